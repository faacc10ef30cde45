import { gridsOfUnits, type PlanLayout } from "../layout.ts";
import type { FigureGround } from "./ground.ts";
import { piecesOfGroups } from "./pieces.ts";
import { shapesOfGroups } from "./shapes.ts";
import { type Wholeness, wholenessOf } from "./wholeness.ts";

/** Of each grid, or each micro-grid, by its place in the layout. */
export interface GroupFigures {
  units: Int32Array;
  loads: Float64Array;
  households: Float64Array;
  /** How many parts it is in, exclaves left aside; 0 where it is empty. */
  pieces: Int32Array;
  /** 1 for a round ground, towards 0 for a strip or scattered parts. */
  compactness: Float64Array;
  /** Household-weighted mean distance to its centre, in metres. */
  walkMeters: Float64Array;
}

/** What a planner watches while painting. */
export interface PlanFigures {
  grids: GroupFigures;
  microGrids: GroupFigures;
  uncovered: number;
  /** A unit has one micro-grid at most, so nothing can be doubled: said, since it is looked for. */
  doubled: 0;
  /** Parts of grids that are cut off from their largest part. */
  cutOff: number;
  compounds: Wholeness;
  partyGroups: Wholeness;
  /** Over all grids. */
  walkMeters: number;
  compactness: number;
}

/** One pass over all units and pairs: some 1 ms for 5,000 units, so nothing has to be kept up to date. */
export function figuresOf(ground: FigureGround, layout: PlanLayout): PlanFigures {
  const gridOfUnit = gridsOfUnits(layout);
  const gridCount = layout.gridIds.length;
  const grids = groupFigures(ground, gridOfUnit, gridCount);
  const microGrids = groupFigures(ground, layout.microGridOfUnit, layout.microGridIds.length);
  let uncovered = 0;
  for (const microGrid of layout.microGridOfUnit) if (microGrid < 0) uncovered++;
  return {
    grids,
    microGrids,
    uncovered,
    doubled: 0,
    cutOff: grids.pieces.reduce((sum, pieces) => sum + Math.max(0, pieces - 1), 0),
    ...wholenessOf(ground, gridOfUnit),
    walkMeters: weightedMean(grids.walkMeters, grids.households),
    compactness: weightedMean(grids.compactness, grids.units),
  };
}

function groupFigures(ground: FigureGround, groupOfUnit: Int32Array, count: number): GroupFigures {
  const units = new Int32Array(count);
  const loads = new Float64Array(count);
  const households = new Float64Array(count);
  for (let unit = 0; unit < ground.count; unit++) {
    const group = groupOfUnit[unit]!;
    if (group < 0) continue;
    units[group]!++;
    loads[group]! += ground.loads[unit]!;
    households[group]! += ground.households[unit]!;
  }
  const pieces = piecesOfGroups(ground, groupOfUnit, count);
  return { units, loads, households, pieces, ...shapesOfGroups(ground, groupOfUnit, count) };
}

function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * weights[i]!;
    total += weights[i]!;
  }
  return total > 0 ? sum / total : 0;
}
