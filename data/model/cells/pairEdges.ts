import type { Tessellation } from "./tessellation.ts";

export interface EdgePairs {
  firsts: Int32Array;
  seconds: Int32Array;
  /** The pair that an edge lies between, -1 for the boundary. */
  pairOfEdge: Int32Array;
}

/** Numbers the pairs of units that edges lie between, in order of the lower and then of its first meeting the other. */
export function pairEdges({ ids, edgeLefts, edgeRights }: Tessellation): EdgePairs {
  const count = edgeLefts.length;
  const lower = (edge: number) => Math.min(edgeLefts[edge]!, edgeRights[edge]!);
  const first = new Uint32Array(ids.length + 1);
  for (let edge = 0; edge < count; edge++) if (lower(edge) >= 0) first[lower(edge)]!++;
  for (let unit = 1; unit < first.length; unit++) first[unit]! += first[unit - 1]!;
  const order = new Uint32Array(first[ids.length]!);
  for (let edge = count - 1; edge >= 0; edge--) {
    if (lower(edge) >= 0) order[--first[lower(edge)]!] = edge;
  }
  const pairOfEdge = new Int32Array(count).fill(-1);
  const pairWith = new Int32Array(ids.length).fill(-1);
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (const edge of order) {
    const unit = lower(edge);
    const other = Math.max(edgeLefts[edge]!, edgeRights[edge]!);
    // A pair noted for an earlier unit does not count for this one.
    if (pairWith[other]! < 0 || firsts[pairWith[other]!] !== unit) {
      pairWith[other] = firsts.length;
      firsts.push(unit);
      seconds.push(other);
    }
    pairOfEdge[edge] = pairWith[other]!;
  }
  return { firsts: Int32Array.from(firsts), seconds: Int32Array.from(seconds), pairOfEdge };
}
