import { linksInGaps } from "./barriersGaps.ts";
import type { Components } from "./components.ts";
import type { PartitionGraph } from "./graph.ts";

/** A way between two pieces through one gap or more. */
export interface Passage {
  /** The lower piece first. */
  pieces: readonly [number, number];
  /** The two units of each link, in the order of the pieces. */
  links: (readonly [number, number])[];
}

export interface Pieces extends Components {
  passages: Passage[];
}

/**
 * What barriers leave of a graph if the gaps in them are closed. A piece of less than `leastLoad` belongs to the one it
 * has most links with.
 */
export function piecesBetweenGaps(graph: PartitionGraph, leastLoad: number): Pieces {
  const raw = floodedPieces(graph, linksInGaps(graph));
  const loads = new Float64Array(raw.count);
  for (let unit = 0; unit < graph.count; unit++) loads[raw.ofUnit[unit]!]! += graph.loads[unit]!;
  const host = Int32Array.from(loads.keys());
  const hostOf = (piece: number) => {
    while (host[piece] !== piece) piece = host[piece] = host[host[piece]!]!;
    return piece;
  };
  const lightest = [...loads.keys()]
    .filter((piece) => loads[piece]! < leastLoad)
    .sort((a, b) => loads[a]! - loads[b]! || a - b);
  const ways = waysOf(passagesOf(graph, raw.ofUnit), raw.count);
  for (const piece of lightest) {
    if (loads[hostOf(piece)]! >= leastLoad) continue;
    const widest = ways[piece]!.filter(({ pieces: [a, b] }) => hostOf(a) !== hostOf(b)).reduce<
      Passage | undefined
    >((a, b) => (a && a.links.length >= b.links.length ? a : b), undefined);
    if (!widest) continue;
    const [a, b] = widest.pieces;
    const [from, to] = a === piece ? [hostOf(a), hostOf(b)] : [hostOf(b), hostOf(a)];
    host[from] = to;
    loads[to]! += loads[from]!;
  }
  return numbered(graph, raw.ofUnit, hostOf);
}

/** The passages of each piece. */
export function waysOf(passages: readonly Passage[], pieces: number): Passage[][] {
  const ways: Passage[][] = Array.from({ length: pieces }, () => []);
  for (const passage of passages) {
    for (const piece of passage.pieces) ways[piece]!.push(passage);
  }
  return ways;
}

function numbered(
  graph: PartitionGraph,
  rawOf: Int32Array,
  hostOf: (piece: number) => number,
): Pieces {
  const numbers = new Map<number, number>();
  const ofUnit = rawOf.map((raw) => {
    const host = hostOf(raw);
    const known = numbers.get(host);
    if (known !== undefined) return known;
    numbers.set(host, numbers.size);
    return numbers.size - 1;
  });
  return { count: numbers.size, ofUnit, passages: passagesOf(graph, ofUnit) };
}

function floodedPieces(
  { count, offsets, neighbours }: PartitionGraph,
  isClosed: Uint8Array,
): Components {
  const ofUnit = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  let pieces = 0;
  for (let start = 0; start < count; start++) {
    if (ofUnit[start] !== -1) continue;
    ofUnit[start] = pieces;
    queue[0] = start;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const unit = queue[head]!;
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        if (isClosed[i] || ofUnit[neighbours[i]!] !== -1) continue;
        ofUnit[neighbours[i]!] = pieces;
        queue[length++] = neighbours[i]!;
      }
    }
    pieces++;
  }
  return { count: pieces, ofUnit };
}

function passagesOf(
  { count, offsets, neighbours }: PartitionGraph,
  pieceOf: Int32Array,
): Passage[] {
  const between = new Map<number, Passage>();
  for (let unit = 0; unit < count; unit++) {
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      const other = neighbours[i]!;
      const [a, b] = [pieceOf[unit]!, pieceOf[other]!];
      if (a >= b) continue;
      const passage = between.get(a * count + b);
      if (passage) passage.links.push([unit, other]);
      else between.set(a * count + b, { pieces: [a, b], links: [[unit, other]] });
    }
  }
  return [...between.values()];
}
