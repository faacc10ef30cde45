import { waysOf, type Passage, type Pieces } from "./barriersPieces.ts";
import type { PartitionGraph } from "./graph.ts";

/** A piece, and how it hangs on the others. */
export interface Branch {
  piece: number;
  /** The way to the piece it hangs on; none for the root of a component. */
  passage: Passage | undefined;
}

/** Pieces with the widest passages between them that join all without a circle; parents before children. */
export function treeOf(graph: PartitionGraph, pieces: Pieces): Branch[] {
  const loads = new Float64Array(pieces.count);
  pieces.ofUnit.forEach((piece, unit) => (loads[piece]! += graph.loads[unit]!));
  const ways = waysOf(pieces.passages, pieces.count);
  const heaviest = [...loads.keys()].sort((a, b) => loads[b]! - loads[a]! || a - b);
  const isReached = new Uint8Array(pieces.count);
  const tree: Branch[] = [];
  for (const start of heaviest) {
    if (isReached[start]) continue;
    isReached[start] = 1;
    let head = tree.length;
    tree.push({ piece: start, passage: undefined });
    for (; head < tree.length; head++) {
      const { piece } = tree[head]!;
      for (const passage of ways[piece]!.toSorted((a, b) => b.links.length - a.links.length)) {
        const next = passage.pieces[0] === piece ? passage.pieces[1] : passage.pieces[0];
        if (isReached[next]) continue;
        isReached[next] = 1;
        tree.push({ piece: next, passage });
      }
    }
  }
  return tree;
}
