import type { PartitionGraph } from "../partition/graph.ts";
import { loadsOfParts, measurePartition } from "../partition/measure.ts";
import type { Division, DivisionRequest, Range } from "./divideGraph.ts";

/**
 * The lower, the better a division; under 1 where all limits are kept, as far as the units let them
 * be. Parts that are missing count most, then what is outside, groups cut apart, and shape.
 */
export function scoreOf(
  graph: PartitionGraph,
  { parts, count }: Division,
  { range, also, groups, isGroupFirst, priorities }: DivisionRequest,
): number {
  const { disconnected, imbalance, compactness } = measurePartition(graph, parts, count);
  const outside = excessOf(graph, parts, count, range);
  const alsoOutside = also ? excessOf({ ...graph, loads: also.weights }, parts, count, also) : 0;
  const { balance, distance } = priorities;
  const shape =
    (balance * imbalance + distance * (1 - compactness)) / Math.max(1e-9, balance + distance);
  const groupCost = isGroupFirst ? 100 : 0.1;
  const missing = Math.min(count, graph.count) - new Set(parts).size;
  return (
    1000 * missing +
    100 * disconnected +
    10 * outside +
    5 * alsoOutside +
    groupCost * (groups ? splitGroups(groups, parts) : 0) +
    Math.min(0.5, shape / 2)
  );
}

/**
 * How many parts are outside and by how much, as shares of the range's bounds; without what no
 * division could help: units that are too large by themselves.
 */
export function excessOf(
  { loads, ...graph }: PartitionGraph,
  parts: Int32Array,
  count: number,
  range: Range,
): number {
  const sums = loadsOfParts({ ...graph, loads }, parts, count);
  const above = (load: number) =>
    load > range.max + 1e-9 ? 1 + (load - range.max) / Math.max(1e-9, range.max) : 0;
  const below = (load: number) =>
    load < range.min - 1e-9 ? 1 + (range.min - load) / range.min : 0;
  let excess = 0;
  for (const sum of sums) excess += above(sum) + below(sum);
  for (const load of loads) excess -= above(load);
  return Math.max(0, excess);
}

function splitGroups(groups: Int32Array, parts: Int32Array): number {
  const first = new Map<number, number>();
  const split = new Set<number>();
  groups.forEach((group, unit) => {
    if (group < 0) return;
    const known = first.get(group);
    if (known === undefined) first.set(group, parts[unit]!);
    else if (known !== parts[unit]) split.add(group);
  });
  return split.size;
}
