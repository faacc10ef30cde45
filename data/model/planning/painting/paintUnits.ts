import { gridOfUnitAt, type PlanLayout } from "../layout.ts";

/**
 * What a unit that is touched becomes: part of a micro-grid; part of a grid, alone or with the whole
 * micro-grid it is in; or nothing's. `spareId` is for a grid that has no micro-grid to take units.
 */
export type Paint =
  | { kind: "micro-grid"; microGrid: number }
  | { kind: "grid"; grid: number; takes: "micro-grids" | "units"; spareId: string }
  | { kind: "erase" };

export interface Painted {
  /** Units whose grid or micro-grid is another now. */
  changed: number[];
  /** Grids and micro-grids whose lock stood against it. */
  lockedGrids: Set<number>;
  lockedMicroGrids: Set<number>;
}

/** Where a unit stands, in metres: to find the nearest micro-grid. */
export interface Places {
  x: Float64Array;
  y: Float64Array;
}

/** Changes the layout in place. What is locked neither gives nor takes. */
export function paintUnits(
  layout: PlanLayout,
  places: Places,
  paint: Paint,
  units: readonly number[],
): Painted {
  const painted: Painted = { changed: [], lockedGrids: new Set(), lockedMicroGrids: new Set() };
  if (isTargetLocked(layout, paint, painted)) return painted;
  for (const unit of units) {
    const from = layout.microGridOfUnit[unit]!;
    if (isThere(layout, paint, unit)) continue;
    if (from >= 0 && layout.isMicroGridLocked[from]) {
      noteLock(layout, from, painted);
      continue;
    }
    if (paint.kind === "grid" && paint.takes === "micro-grids" && from >= 0) {
      layout.gridOfMicroGrid[from] = paint.grid;
      layout.microGridOfUnit.forEach((microGrid, other) => {
        if (microGrid === from) painted.changed.push(other);
      });
      continue;
    }
    const to = targetOf(layout, places, paint, unit);
    layout.microGridOfUnit[unit] = to;
    painted.changed.push(unit);
  }
  return painted;
}

function isThere(layout: PlanLayout, paint: Paint, unit: number): boolean {
  if (paint.kind === "grid") return gridOfUnitAt(layout, unit) === paint.grid;
  return layout.microGridOfUnit[unit] === (paint.kind === "erase" ? -1 : paint.microGrid);
}

function isTargetLocked(layout: PlanLayout, paint: Paint, painted: Painted): boolean {
  if (paint.kind === "erase") return false;
  if (paint.kind === "micro-grid") {
    if (!layout.isMicroGridLocked[paint.microGrid]) return false;
    noteLock(layout, paint.microGrid, painted);
    return true;
  }
  if (!layout.isGridLocked[paint.grid]) return false;
  painted.lockedGrids.add(paint.grid);
  return true;
}

/** Of a micro-grid in a locked grid the grid is to be named: that is what has to be unlocked. */
function noteLock(layout: PlanLayout, microGrid: number, painted: Painted): void {
  const grid = layout.gridOfMicroGrid[microGrid]!;
  if (layout.isGridLocked[grid]) painted.lockedGrids.add(grid);
  else painted.lockedMicroGrids.add(microGrid);
}

function targetOf(layout: PlanLayout, places: Places, paint: Paint, unit: number): number {
  if (paint.kind === "erase") return -1;
  if (paint.kind === "micro-grid") return paint.microGrid;
  return nearestMicroGrid(layout, places, paint.grid, unit) ?? spareMicroGrid(layout, paint);
}

/** The unlocked micro-grid of a grid that the nearest unit is in, or an empty one. */
function nearestMicroGrid(
  layout: PlanLayout,
  { x, y }: Places,
  grid: number,
  unit: number,
): number | undefined {
  const { microGridOfUnit, gridOfMicroGrid, isMicroGridLocked } = layout;
  const canTake = gridOfMicroGrid.map((of, each) => of === grid && !isMicroGridLocked[each]);
  let least = Infinity;
  let nearest = -1;
  for (let other = 0; other < microGridOfUnit.length; other++) {
    const microGrid = microGridOfUnit[other]!;
    if (microGrid < 0 || !canTake[microGrid]) continue;
    const dx = x[other]! - x[unit]!;
    const dy = y[other]! - y[unit]!;
    if (dx * dx + dy * dy >= least) continue;
    least = dx * dx + dy * dy;
    nearest = microGrid;
  }
  if (nearest < 0) nearest = canTake.indexOf(true);
  return nearest < 0 ? undefined : nearest;
}

function spareMicroGrid(layout: PlanLayout, paint: { grid: number; spareId: string }): number {
  layout.microGridIds.push(paint.spareId);
  layout.gridOfMicroGrid.push(paint.grid);
  layout.isMicroGridLocked.push(false);
  return layout.microGridIds.length - 1;
}
