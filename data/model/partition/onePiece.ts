import type { PartitionGraph } from "./graph.ts";

/**
 * Whether every part is in one piece. Much faster than finding the pieces where the answer is yes: each unit follows its
 * first neighbour of a lower number in its part down to a lowest one, and only parts with several of those are looked
 * at closer, until they turn out to be joined.
 */
export function areOnePieceEach(
  graph: PartitionGraph,
  assignment: Int32Array,
  parts: number,
): boolean {
  const { count, offsets, neighbours } = graph;
  const lowest = new Int32Array(count);
  const lowestCounts = new Int32Array(parts);
  let several = 0;
  for (let unit = 0; unit < count; unit++) {
    const part = assignment[unit]!;
    if (part < 0) continue;
    const end = offsets[unit + 1]!;
    let found = unit;
    for (let i = offsets[unit]!; i < end && neighbours[i]! < unit; i++) {
      if (assignment[neighbours[i]!] !== part) continue;
      found = lowest[neighbours[i]!]!;
      break;
    }
    lowest[unit] = found;
    if (found === unit && ++lowestCounts[part]! > 1) several++;
  }
  return several === 0 || joinLowest(graph, assignment, lowest, lowestCounts) === several;
}

/** Joins lowest units that reach each other within their part; gives how often two became one. */
function joinLowest(
  { count, offsets, neighbours }: PartitionGraph,
  assignment: Int32Array,
  lowest: Int32Array,
  lowestCounts: Int32Array,
): number {
  const find = (unit: number) => {
    let at = lowest[unit]!;
    while (lowest[at] !== at) at = lowest[at]!;
    return at;
  };
  let joined = 0;
  for (let unit = 0; unit < count; unit++) {
    const part = assignment[unit]!;
    if (part < 0 || lowestCounts[part]! < 2) continue;
    const end = offsets[unit + 1]!;
    let own = find(unit);
    for (let i = offsets[unit]!; i < end && neighbours[i]! < unit; i++) {
      if (assignment[neighbours[i]!] !== part) continue;
      const other = find(neighbours[i]!);
      if (other === own) continue;
      lowest[Math.max(own, other)] = own = Math.min(own, other);
      lowestCounts[part]!--;
      joined++;
    }
  }
  return joined;
}
