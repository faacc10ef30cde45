import type { Division } from "./division.ts";
import { areLinked, MOST_RINGED } from "./flowRings.ts";
import type { Objective } from "./objective.ts";

/** What parts are to hold. */
export interface WantedLoads {
  /** Of each part. */
  targets: Float64Array;
  /** How far from its target each part may be before that costs more. */
  slacks: Float64Array;
}

/** Costs are in pairs of separated neighbours; of two numbers, the first holds at the start, the second at the end. */
export interface Annealing {
  /** How often every unit is looked at. */
  sweeps: number;
  seed: number;
  /** What a move may cost, in the mean of those that cost something. */
  heat: readonly [number, number];
  /** What it costs that a part is off its target by the load of a mean unit; it grows with the square. */
  targetCost: readonly [number, number];
  /** The same for being off by more than the slack. */
  limitCost: readonly [number, number];
}

/** A random number's lower bits choose one of as many thresholds. */
const THRESHOLDS = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

/**
 * Simulated annealing of the borders between parts: each of the units in turn may go over to the part of one neighbour,
 * at once where that costs nothing and by chance where it does, less and less often. Loads flow by it from part to part
 * until they are near their targets. Only moves that visibly leave the unit's own part in one piece are made. One sweep
 * costs about as much as reading the units. It knows nothing of bonds but the units that stay.
 */
export function annealBorders(
  division: Division,
  rings: Uint32Array,
  objective: Objective,
  wanted: WantedLoads,
  { sweeps, seed, heat, targetCost, limitCost }: Annealing,
  units: Uint32Array,
): void {
  const squaredLoad = meanOf(division.graph.loads, units) ** 2 || 1;
  let random = Math.imul(seed, 0x9e3779b1) | 1;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const progress = sweeps > 1 ? sweep / (sweeps - 1) : 1;
    const costs = {
      heat: between(heat, progress),
      target: between(targetCost, progress) / squaredLoad,
      limit: between(limitCost, progress) / squaredLoad,
    };
    random = sweepBorders(division, rings, objective, wanted, costs, units, random);
  }
}

/** One sweep of annealing; takes and gives the state of the random numbers, which is not 0. */
function sweepBorders(
  division: Division,
  rings: Uint32Array,
  { cutCost, distanceCost, linkWeights }: Objective,
  { targets, slacks }: WantedLoads,
  costs: { heat: number; target: number; limit: number },
  units: Uint32Array,
  random: number,
): number {
  const { graph, assignment, loads: partLoads, centreX, centreY } = division;
  const { offsets, neighbours, loads, x, y } = graph;
  const fixed = division.bonds?.fixed;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    // Xorshift, in line: there is no hotter loop.
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    const start = offsets[unit]!;
    const degree = offsets[unit + 1]! - start;
    if (degree === 0 || degree > MOST_RINGED) continue;
    const from = assignment[unit]!;
    const to = assignment[neighbours[start + (((random >>> 16) * degree) >>> 16)]!]!;
    if (from === to || fixed?.[unit]) continue;
    let links = 0;
    let mask = 0;
    for (let place = 0; place < degree; place++) {
      const part = assignment[neighbours[start + place]!]!;
      if (part === from) {
        links += linkWeights ? linkWeights[start + place]! : 1;
        mask |= 1 << place;
      } else if (part === to) links -= linkWeights ? linkWeights[start + place]! : 1;
    }
    // Without a neighbour in its part a unit is the last of it.
    if (mask === 0) continue;
    const load = loads[unit]!;
    const offFrom = partLoads[from]! - targets[from]!;
    const offTo = partLoads[to]! - targets[to]!;
    const limitChange =
      squareBeyond(offFrom - load, slacks[from]!) -
      squareBeyond(offFrom, slacks[from]!) +
      squareBeyond(offTo + load, slacks[to]!) -
      squareBeyond(offTo, slacks[to]!);
    const fromX = x[unit]! - centreX[from]!;
    const fromY = y[unit]! - centreY[from]!;
    const toX = x[unit]! - centreX[to]!;
    const toY = y[unit]! - centreY[to]!;
    const cost =
      cutCost * links +
      costs.target * 2 * load * (load + offTo - offFrom) +
      costs.limit * limitChange +
      distanceCost * load * (toX * toX + toY * toY - fromX * fromX - fromY * fromY);
    if (cost > costs.heat * THRESHOLDS[random & 4095]!) continue;
    if (areLinked(rings, start, mask)) division.move(unit, to);
  }
  return random;
}

function between([first, last]: readonly [number, number], progress: number): number {
  return first * Math.pow(last / first, progress);
}

function squareBeyond(off: number, slack: number): number {
  const beyond = Math.abs(off) - slack;
  return beyond > 0 ? beyond * beyond : 0;
}

function meanOf(loads: Float64Array, units: Uint32Array): number {
  let sum = 0;
  for (const unit of units) sum += loads[unit]!;
  return sum / units.length;
}
