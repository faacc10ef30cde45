import type { MultiPolygon, Polygon } from "geojson";
import { plainGrid } from "../../roster/places.ts";
import { EMPTY_STATE, type GridFacts, type MicroGridFacts, type PlanState } from "../state.ts";

/** Where a source puts a unit, by the names it uses. */
export interface Placing {
  unitId: string;
  grid: string;
  /** Null: the source names none, and former micro-grids are kept together. */
  microGrid: string | null;
}

export interface Arrangement {
  former: PlanState;
  placings: readonly Placing[];
  /** Grids in the order of the source; those of the placings that are not in it come after. */
  grids: readonly { name: string; outline: Polygon | MultiPolygon | null }[];
  broken: ReadonlySet<string>;
  makeId: () => string;
}

/**
 * A division by names. A grid or micro-grid that is called as one of the former plan keeps its id, so
 * that its duties and history stay with it.
 */
export function arrange({ former, placings, grids, broken, makeId }: Arrangement): PlanState {
  const formerGrids = byPlainName(former.grids);
  const made = new Map<string, { id: string; facts: GridFacts }>();
  const gridNamed = (name: string, outline: GridFacts["outline"] = null) => {
    const key = plainGrid(name);
    const known = made.get(key);
    if (known) return known;
    const id = formerGrids.get(key) ?? makeId();
    const before = former.grids.get(id);
    const { code = null, kind = "basic" } = before ?? {};
    const facts = { name, code, kind, ordinal: made.size + 1, isLocked: false };
    const grid = { id, facts: { ...facts, outline: outline ?? before?.outline ?? null } };
    made.set(key, grid);
    return grid;
  };
  for (const { name, outline } of grids) gridNamed(name, outline);
  const microGrids = new MicroGrids(former, makeId);
  const homes = homesOf(former, placings);
  const units = new Map<string, string>();
  for (const { unitId, grid: gridName, microGrid } of placings) {
    const grid = gridNamed(gridName);
    const id = microGrid
      ? microGrids.named(grid.id, microGrid)
      : microGrids.like(grid, former.units.get(unitId), homes);
    units.set(unitId, id);
  }
  return {
    ...EMPTY_STATE,
    ...{ units, broken, microGrids: microGrids.facts },
    grids: new Map([...made.values()].map(({ id, facts }) => [id, facts])),
  };
}

/** Names that two things share are nobody's. */
function byPlainName(things: ReadonlyMap<string, { name: string }>): Map<string, string> {
  const ids = new Map<string, string | null>();
  for (const [id, { name }] of things) {
    const key = plainGrid(name);
    ids.set(key, ids.has(key) ? null : id);
  }
  return new Map([...ids].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const])));
}

/** Of each former micro-grid the grid in which most of it is now: there it stays itself. */
function homesOf(former: PlanState, placings: readonly Placing[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { unitId, grid } of placings) {
    const microGridId = former.units.get(unitId);
    if (microGridId === undefined) continue;
    const ofMicroGrid = counts.get(microGridId) ?? new Map<string, number>();
    const key = plainGrid(grid);
    counts.set(microGridId, ofMicroGrid.set(key, (ofMicroGrid.get(key) ?? 0) + 1));
  }
  return new Map(
    Array.from(counts, ([id, grids]) => {
      const [first] = [...grids].sort(([, a], [, b]) => b - a);
      return [id, first?.[0] ?? ""];
    }),
  );
}

class MicroGrids {
  readonly facts = new Map<string, MicroGridFacts>();
  #byKey = new Map<string, string>();
  #counts = new Map<string, number>();
  #formerByKey = new Map<string, string>();

  constructor(
    private readonly former: PlanState,
    private readonly makeId: () => string,
  ) {
    for (const [id, { gridId, name }] of former.microGrids) {
      this.#formerByKey.set(`${gridId} ${plainGrid(name)}`, id);
    }
  }

  /** The one that a source calls so in a grid. */
  named(gridId: string, name: string): string {
    const key = `${gridId} ${plainGrid(name)}`;
    return this.#put(key, gridId, name, () => this.#formerByKey.get(key));
  }

  /** The former one in its new grid; what had none gets one of the grid's own. */
  like(
    grid: { id: string; facts: GridFacts },
    formerId: string | undefined,
    homes: ReadonlyMap<string, string>,
  ): string {
    const before = this.former.microGrids.get(formerId ?? "");
    if (formerId === undefined || !before) {
      return this.#put(`${grid.id} own`, grid.id, `${grid.facts.name} 1`, () => undefined);
    }
    const isHome = homes.get(formerId) === plainGrid(grid.facts.name);
    const key = `${grid.id} like ${formerId}`;
    return this.#put(key, grid.id, before.name, () => (isHome ? formerId : undefined));
  }

  #put(key: string, gridId: string, name: string, findId: () => string | undefined): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const wanted = findId();
    const id = wanted !== undefined && !this.facts.has(wanted) ? wanted : this.makeId();
    const ordinal = (this.#counts.get(gridId) ?? 0) + 1;
    this.#counts.set(gridId, ordinal);
    this.#byKey.set(key, id);
    this.facts.set(id, { gridId, name, ordinal, isLocked: false });
    return id;
  }
}
