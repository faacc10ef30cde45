import type { PartitionGraph } from "./graph.ts";
import { centresOf, loadsOfParts } from "./measure.ts";
import { excessOf, linkWeightsOf } from "./objective.ts";
import { EVEN, type LoadLimits, type PartitionOptions } from "./options.ts";

/** A load outside the limits of a tenth of the ideal counts as much as a tenfold cut. */
const EXCESS_COST = 10 * Math.LN10;

/** The lower, the better a division: to choose between several of the same graph. Scale-free: ratios are what counts. */
export function scoreOf(
  graph: PartitionGraph,
  assignment: Int32Array,
  options: PartitionOptions,
  { min, max, ideal }: LoadLimits,
): number {
  const { distance, cut } = options.priorities ?? EVEN;
  let excess = 0;
  for (const load of loadsOfParts(graph, assignment, options.parts)) {
    excess += excessOf(load, min, max);
  }
  return (
    (EXCESS_COST * excess) / ideal +
    cut * Math.log(1 + cutOf(graph, assignment, options)) +
    distance * Math.log(1 + meanDistance(graph, assignment, options.parts))
  );
}

function cutOf(graph: PartitionGraph, assignment: Int32Array, options: PartitionOptions): number {
  const weights = linkWeightsOf(graph, options);
  const { offsets, neighbours, count } = graph;
  let cut = 0;
  for (let unit = 0; unit < count; unit++) {
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      if (assignment[neighbours[i]!] !== assignment[unit]) cut += weights ? weights[i]! : 1;
    }
  }
  return cut / 2;
}

function meanDistance(graph: PartitionGraph, assignment: Int32Array, parts: number): number {
  const { x, y, loads, count } = graph;
  const centres = centresOf(graph, assignment, parts);
  let sum = 0;
  let total = 0;
  for (let unit = 0; unit < count; unit++) {
    const part = assignment[unit]!;
    const dx = x[unit]! - centres.x[part]!;
    const dy = y[unit]! - centres.y[part]!;
    sum += loads[unit]! * Math.sqrt(dx * dx + dy * dy);
    total += loads[unit]!;
  }
  return sum / (total || 1);
}
