import type { PartitionGraph } from "./graph.ts";

/** Answers whether a part stays in one piece without a unit. Made once for a graph, so that nothing is allocated later. */
export class Contiguity {
  readonly #graph: PartitionGraph;
  readonly #stamps: Int32Array;
  readonly #queue: Int32Array;
  #stamp = 0;

  constructor(graph: PartitionGraph) {
    this.#graph = graph;
    this.#stamps = new Int32Array(graph.count);
    this.#queue = new Int32Array(graph.count);
  }

  /** Whether the neighbours a unit has in its part reach each other within the part without it. */
  canLeave(unit: number, assignment: Int32Array): boolean {
    const { offsets, neighbours } = this.#graph;
    const part = assignment[unit]!;
    const end = offsets[unit + 1]!;
    // Two stamps a question: one for those still to be reached, the higher for those seen.
    const wanted = (this.#stamp += 2);
    const seen = wanted + 1;
    const stamps = this.#stamps;
    let [targets, first] = [0, -1];
    for (let i = offsets[unit]!; i < end; i++) {
      const other = neighbours[i]!;
      if (assignment[other] !== part) continue;
      stamps[other] = wanted;
      targets++;
      first = other;
    }
    if (targets <= 1) return true;
    const queue = this.#queue;
    stamps[unit] = seen;
    stamps[first] = seen;
    queue[0] = first;
    let [length, left] = [1, targets - 1];
    for (let head = 0; head < length; head++) {
      const at = queue[head]!;
      for (let i = offsets[at]!; i < offsets[at + 1]!; i++) {
        const other = neighbours[i]!;
        if (stamps[other] === seen || assignment[other] !== part) continue;
        if (stamps[other] === wanted && --left === 0) return true;
        stamps[other] = seen;
        queue[length++] = other;
      }
    }
    return false;
  }
}
