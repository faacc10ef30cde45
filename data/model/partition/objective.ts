import type { Division } from "./division.ts";
import type { PartitionGraph } from "./graph.ts";
import { EVEN, type LoadLimits, type PartitionOptions } from "./options.ts";

/** Weighs distance against cut so that equal priorities give round parts with short borders (tried on cities). */
const DISTANCE_SHARE = 1;
const DEFAULT_GROUP_COST = 3;
const SAMPLE = 5000;

/** What a division is to be good at: the unit of account is one separated pair of neighbours. */
export interface Objective {
  limits: LoadLimits;
  /** The load each part is to have. */
  ideals: Float64Array;
  cutCost: number;
  /** Of one load one metre from its centre, squared. */
  distanceCost: number;
  /** Of one load off the ideal, squared. */
  balanceCost: number;
  /** Of a unit that leaves its home. */
  moveCost: number;
  /** What separating a pair costs in pairs, parallel to the graph's `neighbours`; without it 1 each. */
  linkWeights?: Float32Array;
}

export function objectiveOf(
  division: Division,
  options: PartitionOptions,
  limits: LoadLimits,
  ideals: Float64Array,
): Objective {
  const { distance, cut, balance } = options.priorities ?? EVEN;
  const { squares, total, sampled } = spreadOf(division);
  const meanLoad = total / sampled || 1;
  const meanSquare = squares / (total || 1) || 1;
  // A part at its limit counts as one pair; limits that leave no room count as a hundredth of the ideal.
  const slack = Math.max((limits.max - limits.min) / 2, 0.01 * limits.ideal) || 1;
  return {
    limits,
    ideals,
    cutCost: cut,
    distanceCost: (DISTANCE_SHARE * distance) / meanSquare / meanLoad,
    balanceCost: balance / (slack * slack),
    moveCost: 0,
    linkWeights: linkWeightsOf(division.graph, options),
  };
}

/** Of a sample: it only sets a scale. */
function spreadOf({ graph, assignment, centreX, centreY }: Division) {
  const { x, y, loads, count } = graph;
  const stride = Math.ceil(count / SAMPLE);
  let squares = 0;
  let total = 0;
  let sampled = 0;
  for (let unit = 0; unit < count; unit += stride) {
    const part = assignment[unit]!;
    if (part < 0) continue;
    const dx = x[unit]! - centreX[part]!;
    const dy = y[unit]! - centreY[part]!;
    squares += loads[unit]! * (dx * dx + dy * dy);
    total += loads[unit]!;
    sampled++;
  }
  return { squares, total, sampled };
}

/** Pairs of one group cost more; undefined where there are no groups. */
export function linkWeightsOf(
  { count, offsets, neighbours }: PartitionGraph,
  { groups, groupCost = DEFAULT_GROUP_COST }: PartitionOptions,
): Float32Array | undefined {
  if (!groups) return undefined;
  const weights = new Float32Array(neighbours.length).fill(1);
  for (let unit = 0; unit < count; unit++) {
    if (groups[unit]! < 0) continue;
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      if (groups[neighbours[i]!] === groups[unit]) weights[i] = 1 + groupCost;
    }
  }
  return weights;
}

/** What the objective gains by a move; units of account. Limits are not looked at. */
export function moveGain(
  division: Division,
  objective: Objective,
  unit: number,
  to: number,
): number {
  const { graph, assignment, loads, centreX, centreY } = division;
  const from = assignment[unit]!;
  const load = graph.loads[unit]!;
  let links = 0;
  for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
    const part = assignment[graph.neighbours[i]!];
    const weight = objective.linkWeights ? objective.linkWeights[i]! : 1;
    if (part === to) links += weight;
    else if (part === from) links -= weight;
  }
  const fromX = graph.x[unit]! - centreX[from]!;
  const fromY = graph.y[unit]! - centreY[from]!;
  const toX = graph.x[unit]! - centreX[to]!;
  const toY = graph.y[unit]! - centreY[to]!;
  const square = fromX * fromX + fromY * fromY - toX * toX - toY * toY;
  const [fromOff, toOff] = [
    loads[from]! - objective.ideals[from]!,
    loads[to]! - objective.ideals[to]!,
  ];
  return (
    objective.cutCost * links +
    objective.distanceCost * load * square +
    objective.balanceCost * 2 * load * (fromOff - toOff - load) -
    objective.moveCost * division.strayedBy(unit, to)
  );
}

/** How far a load is outside the limits. */
export function excessOf(load: number, min: number, max: number): number {
  return load > max ? load - max : load < min ? min - load : 0;
}

export function squareOf(value: number): number {
  return value * value;
}
