import type { PartitionGraph } from "./graph.ts";

/** A unit with more neighbours than this has no rings: a mask has no more bits. */
export const MOST_RINGED = 31;

/**
 * Which neighbours of a unit are neighbours of each other: for the link at `i` of the row of `unit`, bit `k` is set
 * where the unit at the other end has a link to the `k`-th neighbour of `unit`; 0 throughout rows that are too long.
 * Answers in a few steps whether a part stays in one piece without a unit.
 */
export function ringsOf(graph: PartitionGraph): Uint32Array {
  const rings = new Uint32Array(graph.neighbours.length);
  for (let unit = 0; unit < graph.count; unit++) ringUnit(graph, unit, rings);
  return rings;
}

/** Fills in the row of one unit. */
export function ringUnit(
  { offsets, neighbours }: PartitionGraph,
  unit: number,
  rings: Uint32Array,
): void {
  const start = offsets[unit]!;
  const end = offsets[unit + 1]!;
  if (end - start > MOST_RINGED) return;
  for (let i = start; i < end; i++) {
    const other = neighbours[i]!;
    let mask = 0;
    let own = start;
    let others = offsets[other]!;
    const othersEnd = offsets[other + 1]!;
    // Both rows ascend: one walk along the two finds what they share.
    while (own < end && others < othersEnd) {
      const difference = neighbours[own]! - neighbours[others]!;
      if (difference === 0) mask |= 1 << (own - start);
      if (difference <= 0) own++;
      if (difference >= 0) others++;
    }
    rings[i] = mask;
  }
}

/**
 * Whether the neighbours in `mask` (bit `k` the `k`-th of the row that starts at `start`) reach each other among
 * themselves. Where they do not they may still do so by a longer way.
 */
export function areLinked(rings: Uint32Array, start: number, mask: number): boolean {
  let reached = mask & -mask;
  let waiting = reached;
  while (waiting !== 0) {
    const place = 31 - Math.clz32(waiting);
    const found = rings[start + place]! & mask & ~reached;
    waiting = (waiting ^ (1 << place)) | found;
    reached |= found;
  }
  return reached === mask;
}
