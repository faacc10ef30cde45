import type { PartitionGraph } from "./graph.ts";
import { centresOf, loadsOfParts } from "./measure.ts";

/** How much of what a part's radius is off is made good in one round. */
const EAGERNESS = 0.7;

/**
 * Balanced k-means: every unit goes to the part with the least squared distance to its centre less the part's own
 * handicap, of its own part and those of its neighbours; then centres move to their parts and handicaps rise where
 * loads are too small (an additively weighted power diagram). Changes `assignment`; each round costs O(links).
 * After Geographer (von Looz, Tzovas and Meyerhenke, 2018), whose handicaps are factors.
 */
export function balancedMeans(
  graph: PartitionGraph,
  assignment: Int32Array,
  ideals: Float64Array,
  rounds: number,
): void {
  const parts = ideals.length;
  const handicaps = new Float64Array(parts);
  for (let round = 0; round < rounds; round++) {
    const centres = centresOf(graph, assignment, parts);
    adjustHandicaps(graph, assignment, centres, ideals, handicaps);
    assignNearest(graph, assignment, centres, handicaps);
  }
}

interface Centres {
  x: Float64Array;
  y: Float64Array;
}

function adjustHandicaps(
  graph: PartitionGraph,
  assignment: Int32Array,
  centres: Centres,
  ideals: Float64Array,
  handicaps: Float64Array,
) {
  const parts = ideals.length;
  const sums = loadsOfParts(graph, assignment, parts);
  const spread = new Float64Array(parts);
  for (let unit = 0; unit < graph.count; unit++) {
    const part = assignment[unit]!;
    const dx = graph.x[unit]! - centres.x[part]!;
    const dy = graph.y[unit]! - centres.y[part]!;
    spread[part]! += graph.loads[unit]! * (dx * dx + dy * dy);
  }
  for (let part = 0; part < parts; part++) {
    if (sums[part] === 0) continue;
    // A disc's radius squared is twice the mean of its squared distances.
    const squaredRadius = (2 * spread[part]!) / sums[part]!;
    const off = sums[part]! / ideals[part]! - 1;
    handicaps[part]! -= EAGERNESS * squaredRadius * Math.max(-0.5, Math.min(0.5, off));
  }
}

function assignNearest(
  { count, offsets, neighbours, x, y }: PartitionGraph,
  assignment: Int32Array,
  centres: Centres,
  handicaps: Float64Array,
) {
  const before = assignment.slice();
  for (let unit = 0; unit < count; unit++) {
    const own = before[unit]!;
    const end = offsets[unit + 1]!;
    let i = offsets[unit]!;
    while (i < end && before[neighbours[i]!] === own) i++;
    if (i === end) continue;
    const atX = x[unit]!;
    const atY = y[unit]!;
    let best = own;
    let last = own;
    let least = squaredDistance(atX, atY, centres, own) - handicaps[own]!;
    for (; i < end; i++) {
      const part = before[neighbours[i]!]!;
      if (part === own || part === last) continue;
      last = part;
      const cost = squaredDistance(atX, atY, centres, part) - handicaps[part]!;
      if (cost >= least) continue;
      best = part;
      least = cost;
    }
    assignment[unit] = best;
  }
}

function squaredDistance(x: number, y: number, centres: Centres, part: number): number {
  const dx = x - centres.x[part]!;
  const dy = y - centres.y[part]!;
  return dx * dx + dy * dy;
}
