import { GridNames, MicroGridNames } from "../../proposals/names.ts";
import type { GridKind } from "../../plans.ts";
import type { PlanChange } from "../change.ts";
import { lastOrdinals } from "../layout.ts";
import { type GridFacts, type MicroGridFacts, type PlanState, postPlace } from "../state.ts";

const namesOf = (things: ReadonlyMap<string, { name: string }>) =>
  [...things.values()].map(({ name }) => name);

/** A grid more, with a micro-grid to paint with. */
export function addGrid(
  state: PlanState,
  ids: { gridId: string; microGridId: string },
  kind: GridKind = "basic",
): PlanChange {
  const ordinal = Math.max(0, ...[...state.grids.values()].map((grid) => grid.ordinal)) + 1;
  const name = new GridNames(namesOf(state.grids)).next();
  const grid: GridFacts = { name, code: null, kind, ordinal, isLocked: false, outline: null };
  const microGrid: MicroGridFacts = {
    gridId: ids.gridId,
    name: new MicroGridNames(namesOf(state.microGrids)).next(name, ordinal),
    ordinal: 1,
    isLocked: false,
  };
  return { grids: [[ids.gridId, grid]], microGrids: [[ids.microGridId, microGrid]] };
}

export function addMicroGrid(state: PlanState, gridId: string, id: string): PlanChange {
  const ordinal = (lastOrdinals(state).get(gridId) ?? 0) + 1;
  const name = microGridName(state, gridId);
  return { microGrids: [[id, { gridId, name, ordinal, isLocked: false }]] };
}

export function microGridName(state: PlanState, gridId: string): string {
  const grid = state.grids.get(gridId);
  const names = new MicroGridNames(namesOf(state.microGrids));
  return names.next(grid?.name ?? "", grid?.ordinal ?? 1);
}

export function changeGrid(state: PlanState, id: string, part: Partial<GridFacts>): PlanChange {
  const grid = state.grids.get(id);
  return grid ? { grids: [[id, { ...grid, ...part }]] } : {};
}

export function changeMicroGrid(
  state: PlanState,
  id: string,
  part: Partial<MicroGridFacts>,
): PlanChange {
  const microGrid = state.microGrids.get(id);
  return microGrid ? { microGrids: [[id, { ...microGrid, ...part }]] } : {};
}

/** Gives the micro-grids of one grid to another and takes the grid out. */
export function mergeGrid(state: PlanState, gridId: string, intoId: string): PlanChange {
  let ordinal = lastOrdinals(state).get(intoId) ?? 0;
  const moved = [...state.microGrids]
    .filter(([, facts]) => facts.gridId === gridId)
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([id, facts]): [string, MicroGridFacts] => [
      id,
      { ...facts, gridId: intoId, ordinal: ++ordinal },
    ]);
  return { grids: [[gridId, null]], microGrids: moved, posts: postsAt(state, new Set([gridId])) };
}

export function mergeMicroGrid(state: PlanState, id: string, intoId: string): PlanChange {
  const put = unitsIn(state, new Set([id])).map((unitId): [string, string] => [unitId, intoId]);
  return { microGrids: [[id, null]], put, posts: postsAt(state, new Set([id])) };
}

/** Its micro-grids go with it, and nothing covers their units. */
export function removeGrid(state: PlanState, gridId: string): PlanChange {
  const microGridIds = [...state.microGrids]
    .filter(([, facts]) => facts.gridId === gridId)
    .map(([id]) => id);
  const gone = new Set([gridId, ...microGridIds]);
  return {
    grids: [[gridId, null]],
    microGrids: microGridIds.map((id) => [id, null]),
    put: unitsIn(state, gone).map((unitId) => [unitId, null]),
    posts: postsAt(state, gone),
  };
}

export function removeMicroGrid(state: PlanState, id: string): PlanChange {
  const gone = new Set([id]);
  return {
    microGrids: [[id, null]],
    put: unitsIn(state, gone).map((unitId) => [unitId, null]),
    posts: postsAt(state, gone),
  };
}

function unitsIn(state: PlanState, microGridIds: ReadonlySet<string>): string[] {
  return [...state.units].filter(([, id]) => microGridIds.has(id)).map(([unitId]) => unitId);
}

/** What is gone has no posts to give out. */
function postsAt(state: PlanState, gone: ReadonlySet<string>): PlanChange["posts"] {
  return [...state.posts.keys()]
    .map(postPlace)
    .filter(({ placeId }) => gone.has(placeId))
    .map((place) => [place, null]);
}
