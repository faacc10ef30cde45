import type { Bench } from "./bench.ts";

/** Of every unit that takes part the place of its grid among the free ones; -1 for the rest and what is uncovered. */
export function currentGrids({ ground, state, free }: Bench): Int32Array {
  const placeOf = new Map(free.gridIds.map((id, place) => [id, place]));
  return Int32Array.from(ground.units, ({ id }, unit) => {
    if (free.anchors[unit]! >= 0) return free.anchors[unit]!;
    const microGrid = state.microGrids.get(state.units.get(id) ?? "");
    return free.isFree[unit] === 1 && microGrid ? (placeOf.get(microGrid.gridId) ?? -1) : -1;
  });
}

/** Of every free unit the place of its micro-grid among the free ones; -1 for the rest and what is uncovered. */
export function currentMicroGrids({ ground, state, free }: Bench): Int32Array {
  const placeOf = new Map(free.microGridIds.map((id, place) => [id, place]));
  return Int32Array.from(ground.units, ({ id }, unit) =>
    free.isFree[unit] ? (placeOf.get(state.units.get(id) ?? "") ?? -1) : -1,
  );
}

/** Whether some grid is made of several micro-grids: where each has one, that is no level of its own. */
export function hasMicroGrids(bench: Bench, grids: Int32Array): boolean {
  const microGrids = currentMicroGrids(bench);
  const first = new Map<number, number>();
  return microGrids.some((microGrid, unit) => {
    const grid = grids[unit]!;
    if (grid < 0 || microGrid < 0) return false;
    const known = first.get(grid) ?? microGrid;
    first.set(grid, known);
    return known !== microGrid;
  });
}
