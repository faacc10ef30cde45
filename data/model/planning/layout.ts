import type { PlanChange } from "./change.ts";
import type { MicroGridFacts, PlanState } from "./state.ts";

/**
 * A plan state in numbers, to be painted on while the pointer is down: a unit, a micro-grid and a grid
 * are their places in `unitIds`, `microGridIds` and `gridIds`. Unlike a state it is changed in place.
 */
export interface PlanLayout {
  unitIds: readonly string[];
  gridIds: string[];
  microGridIds: string[];
  gridOfMicroGrid: number[];
  /** -1 where nothing covers the unit. */
  microGridOfUnit: Int32Array;
  isGridLocked: boolean[];
  /** Its own lock, or that of its grid. */
  isMicroGridLocked: boolean[];
}

/** Grids by ordinal, micro-grids by their grid's and then their own. */
export function layoutOf(state: PlanState, unitIds: readonly string[]): PlanLayout {
  const grids = [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
  const placeOfGrid = new Map(grids.map(([id], place) => [id, place]));
  const gridAt = ({ gridId }: MicroGridFacts) => placeOfGrid.get(gridId) ?? -1;
  const microGrids = [...state.microGrids]
    .filter(([, facts]) => placeOfGrid.has(facts.gridId))
    .sort(([, a], [, b]) => gridAt(a) - gridAt(b) || a.ordinal - b.ordinal);
  const placeOf = new Map(microGrids.map(([id], place) => [id, place]));
  const isGridLocked = grids.map(([, facts]) => facts.isLocked);
  return {
    unitIds,
    gridIds: grids.map(([id]) => id),
    microGridIds: microGrids.map(([id]) => id),
    gridOfMicroGrid: microGrids.map(([, facts]) => gridAt(facts)),
    microGridOfUnit: Int32Array.from(unitIds, (id) => placeOf.get(state.units.get(id) ?? "") ?? -1),
    isGridLocked,
    isMicroGridLocked: microGrids.map(
      ([, facts]) => facts.isLocked || isGridLocked[gridAt(facts)]!,
    ),
  };
}

/** To be painted on while the first is kept for comparison. */
export function copyOfLayout(layout: PlanLayout): PlanLayout {
  return {
    ...layout,
    microGridIds: [...layout.microGridIds],
    gridOfMicroGrid: [...layout.gridOfMicroGrid],
    microGridOfUnit: layout.microGridOfUnit.slice(),
    isMicroGridLocked: [...layout.isMicroGridLocked],
  };
}

export function gridOfUnitAt({ microGridOfUnit, gridOfMicroGrid }: PlanLayout, unit: number) {
  const microGrid = microGridOfUnit[unit]!;
  return microGrid < 0 ? -1 : gridOfMicroGrid[microGrid]!;
}

/** The grid of each unit, -1 for none. */
export function gridsOfUnits(layout: PlanLayout): Int32Array {
  const { microGridOfUnit, gridOfMicroGrid } = layout;
  return microGridOfUnit.map((microGrid) => (microGrid < 0 ? -1 : gridOfMicroGrid[microGrid]!));
}

/**
 * What was painted between two layouts of a state, as one change. A micro-grid that moved comes last
 * in its new grid; one that is new is named by `nameMicroGrid`.
 */
export function paintedChange(
  state: PlanState,
  before: PlanLayout,
  after: PlanLayout,
  nameMicroGrid: (gridId: string) => string,
): PlanChange {
  const put: [string, string | null][] = [];
  after.microGridOfUnit.forEach((microGrid, unit) => {
    if (microGrid === before.microGridOfUnit[unit]) return;
    put.push([after.unitIds[unit]!, after.microGridIds[microGrid] ?? null]);
  });
  const microGrids: [string, MicroGridFacts][] = [];
  const lastOf = lastOrdinals(state);
  after.microGridIds.forEach((id, microGrid) => {
    const grid = after.gridOfMicroGrid[microGrid]!;
    if (before.gridOfMicroGrid[microGrid] === grid) return;
    const gridId = after.gridIds[grid]!;
    const ordinal = (lastOf.get(gridId) ?? 0) + 1;
    lastOf.set(gridId, ordinal);
    const known = state.microGrids.get(id);
    const name = known?.name ?? nameMicroGrid(gridId);
    microGrids.push([id, { gridId, name, ordinal, isLocked: known?.isLocked ?? false }]);
  });
  return { ...(microGrids.length > 0 && { microGrids }), ...(put.length > 0 && { put }) };
}

/** The highest ordinal of a micro-grid in each grid. */
export function lastOrdinals({ microGrids }: PlanState): Map<string, number> {
  const last = new Map<string, number>();
  for (const { gridId, ordinal } of microGrids.values()) {
    last.set(gridId, Math.max(last.get(gridId) ?? 0, ordinal));
  }
  return last;
}
