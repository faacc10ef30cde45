import type { PartitionGraph } from "./graph.ts";

/** The same graph with the units in another order: unit `i` of it is `order[i]` of the given one. Rows stay sorted. */
export function permuteGraph(graph: PartitionGraph, order: Uint32Array): PartitionGraph {
  const { count } = graph;
  const placeOf = new Uint32Array(count);
  for (let i = 0; i < count; i++) placeOf[order[i]!] = i;
  const offsets = new Uint32Array(count + 1);
  const neighbours = new Uint32Array(graph.neighbours.length);
  const borderMeters = new Float64Array(graph.borderMeters.length);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const unit = order[i]!;
    const start = end;
    for (let k = graph.offsets[unit]!; k < graph.offsets[unit + 1]!; k++) {
      const other = placeOf[graph.neighbours[k]!]!;
      const meters = graph.borderMeters[k]!;
      // Rows are short: insertion beats any other sorting.
      let at = end++;
      for (; at > start && neighbours[at - 1]! > other; at--) {
        neighbours[at] = neighbours[at - 1]!;
        borderMeters[at] = borderMeters[at - 1]!;
      }
      neighbours[at] = other;
      borderMeters[at] = meters;
    }
    offsets[i + 1] = end;
  }
  return {
    count,
    offsets,
    neighbours,
    borderMeters,
    x: picked(graph.x, order),
    y: picked(graph.y, order),
    loads: picked(graph.loads, order),
  };
}

function picked(values: Float64Array, order: Uint32Array): Float64Array {
  const answer = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) answer[i] = values[order[i]!]!;
  return answer;
}
