import {
  postPlace,
  type GridFacts,
  type MicroGridFacts,
  type PlanState,
} from "../planning/state.ts";
import type { FreeGround } from "./free.ts";
import type { Layout } from "./layout.ts";
import { GridNames, MicroGridNames } from "./names.ts";
import type { UnitGround } from "./unitGround.ts";
import { westToEast } from "./westToEast.ts";

/**
 * The draft as the layout has it. What keeps its identity keeps its name; the rest is named like the
 * draft's own, numbered from west to east and, in line, from north to south. Free grids and
 * micro-grids that are in no part of the layout, or lost all their units, go with their posts.
 */
export function nextState(
  ground: UnitGround,
  state: PlanState,
  free: FreeGround,
  layout: Layout,
  newId: () => string,
): PlanState {
  const gridIds = layout.gridIds.map((id) => id ?? unusedId(newId, state));
  const microGridIds = layout.microGridIds.map((id) => id ?? unusedId(newId, state));
  const grids = gridsOf(ground, state, free, layout, gridIds);
  const units = new Map(state.units);
  layout.microGrids.forEach((part, unit) => {
    if (part >= 0) units.set(ground.units[unit]!.id, microGridIds[part]!);
  });
  const microGrids = microGridsOf(ground, state, free, layout, gridIds, microGridIds, grids);
  const posts = [...state.posts].filter(([key]) => {
    const { placeType, placeId } = postPlace(key);
    if (placeType === "building") return true;
    const [before, after] =
      placeType === "grid" ? [state.grids, grids] : [state.microGrids, microGrids];
    // A post of what the draft does not have is not for a proposal to clear away.
    return after.has(placeId) || !before.has(placeId);
  });
  return { ...state, grids, microGrids, units, posts: new Map(posts) };
}

/** A seed asked again gives the same ids again, and the draft may have taken them on meanwhile. */
function unusedId(newId: () => string, { grids, microGrids }: PlanState): string {
  for (;;) {
    const id = newId();
    if (!grids.has(id) && !microGrids.has(id)) return id;
  }
}

function gridsOf(
  ground: UnitGround,
  state: PlanState,
  free: FreeGround,
  layout: Layout,
  gridIds: readonly string[],
): Map<string, GridFacts> {
  const kept = new Set(gridIds);
  // An empty locked micro-grid holds its grid, too.
  const isUsed = new Set(state.units.values());
  for (const [id, { gridId, isLocked }] of state.microGrids) {
    if (isLocked && !isUsed.has(id)) kept.add(gridId);
  }
  const gone = new Set(free.gridIds.filter((id) => !kept.has(id)));
  const grids = new Map([...state.grids].filter(([id]) => !gone.has(id)));
  const basic = [...state.grids.values()].filter(({ kind }) => kind === "basic");
  const names = new GridNames(basic.map(({ name }) => name));
  let ordinal = Math.max(0, ...[...grids.values()].map((grid) => grid.ordinal));
  for (const part of westToEast(ground, layout.grids, gridIds.length)) {
    if (grids.has(gridIds[part]!)) continue;
    grids.set(gridIds[part]!, {
      name: names.next(),
      code: null,
      kind: "basic",
      ordinal: ++ordinal,
      isLocked: false,
      outline: null,
    });
  }
  return grids;
}

function microGridsOf(
  ground: UnitGround,
  state: PlanState,
  free: FreeGround,
  layout: Layout,
  gridIds: readonly string[],
  microGridIds: readonly string[],
  grids: ReadonlyMap<string, GridFacts>,
): Map<string, MicroGridFacts> {
  const gridOfPart = gridsOfMicroGrids(layout, gridIds);
  const isFree = new Set(free.microGridIds);
  const wasEmpty = new Set(isFree);
  for (const id of state.units.values()) wasEmpty.delete(id);
  const partOf = new Map(microGridIds.map((id, part) => [id, part]));
  const gridOfLocked = new Map<string | undefined, string>();
  free.anchors.forEach((anchor, unit) => {
    const id = state.units.get(ground.units[unit]!.id);
    if (anchor >= 0) gridOfLocked.set(id, gridIds[layout.grids[unit]!]!);
  });
  const microGrids = new Map<string, MicroGridFacts>();
  for (const [id, facts] of state.microGrids) {
    const part = partOf.get(id);
    const gridId = part === undefined ? gridOfLocked.get(id) : gridOfPart[part];
    if (gridId !== undefined) microGrids.set(id, { ...facts, gridId });
    else if (!isFree.has(id) || (part !== undefined && wasEmpty.has(id) && grids.has(facts.gridId)))
      microGrids.set(id, facts);
  }
  const names = new MicroGridNames([...state.microGrids.values()].map(({ name }) => name));
  const last = new Map<string, number>();
  for (const { gridId, ordinal } of microGrids.values()) {
    last.set(gridId, Math.max(ordinal, last.get(gridId) ?? 0));
  }
  for (const part of westToEast(ground, layout.microGrids, microGridIds.length)) {
    const [id, gridId] = [microGridIds[part]!, gridOfPart[part]];
    if (gridId === undefined || microGrids.has(id)) continue;
    const ordinal = (last.get(gridId) ?? 0) + 1;
    last.set(gridId, ordinal);
    const grid = grids.get(gridId)!;
    const name = names.next(grid.name, grid.ordinal);
    microGrids.set(id, { gridId, name, ordinal, isLocked: false });
  }
  return microGrids;
}

/** The grid of each micro-grid's units; undefined for a micro-grid without any. */
function gridsOfMicroGrids(
  { grids, microGrids, microGridIds }: Layout,
  gridIds: readonly string[],
): (string | undefined)[] {
  const gridOfPart: (string | undefined)[] = microGridIds.map(() => undefined);
  microGrids.forEach((part, unit) => {
    if (part >= 0) gridOfPart[part] ??= gridIds[grids[unit]!];
  });
  return gridOfPart;
}
