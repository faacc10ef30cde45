import type { Division } from "./division.ts";
import { areLinked } from "./flowRings.ts";

/** What the parts are to hold. */
export interface WantedLoads {
  /** Of each part. */
  targets: Float64Array;
  /** How far from its target each part may be before it costs more. */
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
  /** What it costs that a mean unit is twice as far from the centre of its part as usual. */
  distanceCost: number;
  /** What separating each pair costs, parallel to `neighbours`; 1 each without it. */
  linkCosts?: Float32Array;
  /** 1 for each unit that stays in its part. */
  fixed?: Uint8Array;
}

/** A random number's lower bits choose one of as many thresholds. */
const THRESHOLDS = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

/**
 * Simulated annealing of the borders between parts: each unit in turn, of those from `first` to before `end`, may go
 * over to the part of one neighbour, at once where that costs nothing and by chance where it does, less and less often.
 * Loads flow by it from part to part until they are near their targets. Only moves that visibly leave the unit's own
 * part in one piece are made. One sweep costs about as much as reading the units.
 */
export function annealBorders(
  division: Division,
  rings: Uint32Array,
  { targets, slacks }: WantedLoads,
  annealing: Annealing,
  first = 0,
  end = division.graph.count,
): void {
  const { graph, assignment, loads: partLoads, centreX, centreY } = division;
  const { offsets, neighbours, loads, x, y } = graph;
  const { sweeps, linkCosts, fixed } = annealing;
  const { meanLoad, meanSquare } = scaleOf(division, first, end);
  const distanceCost = annealing.distanceCost / (2 * meanSquare * meanLoad);
  const squaredLoad = meanLoad * meanLoad;
  // Xorshift, in line: this is the hottest loop there is.
  let random = Math.imul(annealing.seed, 0x9e3779b1) | 1;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const progress = sweeps > 1 ? sweep / (sweeps - 1) : 1;
    const heat = between(annealing.heat, progress);
    const targetCost = between(annealing.targetCost, progress) / squaredLoad;
    const limitCost = between(annealing.limitCost, progress) / squaredLoad;
    for (let unit = first; unit < end; unit++) {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      const start = offsets[unit]!;
      const degree = offsets[unit + 1]! - start;
      const from = assignment[unit]!;
      const to = assignment[neighbours[start + (((random >>> 16) * degree) >>> 16)]!]!;
      if (from === to || degree === 0 || fixed?.[unit]) continue;
      let cost = 0;
      let mask = 0;
      for (let place = 0; place < degree; place++) {
        const part = assignment[neighbours[start + place]!]!;
        if (part === from) {
          cost += linkCosts ? linkCosts[start + place]! : 1;
          mask |= 1 << place;
        } else if (part === to) cost -= linkCosts ? linkCosts[start + place]! : 1;
      }
      // A unit alone is a part's last, or lies across a bridge that has no ring.
      if (mask === 0) continue;
      const load = loads[unit]!;
      const offFrom = partLoads[from]! - targets[from]!;
      const offTo = partLoads[to]! - targets[to]!;
      cost += targetCost * 2 * load * (load + offTo - offFrom);
      cost +=
        limitCost *
        (squareBeyond(offFrom - load, slacks[from]!) -
          squareBeyond(offFrom, slacks[from]!) +
          squareBeyond(offTo + load, slacks[to]!) -
          squareBeyond(offTo, slacks[to]!));
      const fromX = x[unit]! - centreX[from]!;
      const fromY = y[unit]! - centreY[from]!;
      const toX = x[unit]! - centreX[to]!;
      const toY = y[unit]! - centreY[to]!;
      cost += distanceCost * load * (toX * toX + toY * toY - fromX * fromX - fromY * fromY);
      if (cost > heat * THRESHOLDS[random & 4095]!) continue;
      if (areLinked(rings, start, mask)) division.move(unit, to);
    }
  }
}

function between([first, last]: readonly [number, number], progress: number): number {
  return first * Math.pow(last / first, progress);
}

function squareBeyond(off: number, slack: number): number {
  const beyond = Math.abs(off) - slack;
  return beyond > 0 ? beyond * beyond : 0;
}

/** The mean load of units and their mean squared distance to the centre of their part, weighted by load. */
function scaleOf({ graph, assignment, centreX, centreY }: Division, first: number, end: number) {
  let [load, spread] = [0, 0];
  for (let unit = first; unit < end; unit++) {
    const part = assignment[unit]!;
    if (part < 0) continue;
    const dx = graph.x[unit]! - centreX[part]!;
    const dy = graph.y[unit]! - centreY[part]!;
    load += graph.loads[unit]!;
    spread += graph.loads[unit]! * (dx * dx + dy * dy);
  }
  return {
    meanLoad: load / Math.max(1, end - first) || 1,
    meanSquare: spread / (load || 1) || 1,
  };
}
