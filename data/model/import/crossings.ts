import type { Position } from "geojson";
import { orient2d } from "robust-predicates";

/** Pairs of edges looked at per edge before giving up: a ring built to be slow must not be. */
const MAX_PAIRS_PER_EDGE = 500;

interface Edge {
  index: number;
  from: Position;
  to: Position;
  minX: number;
  maxX: number;
}

/**
 * Whether a closed ring touches or crosses itself anywhere but at its corners' own joints. Exact,
 * except that a ring of more than a thousand edges that lie long beside each other may be let pass.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const edges = edgesOf(ring);
  if (edges.some((edge) => turnsBack(edge, edges[(edge.index + 1) % edges.length]))) return true;
  const sorted = edges.toSorted((a, b) => a.minX - b.minX);
  let budget = sorted.length * MAX_PAIRS_PER_EDGE;
  for (const [rank, edge] of sorted.entries()) {
    for (let other = rank + 1; other < sorted.length; other++) {
      const next = sorted[other];
      if (!next || next.minX > edge.maxX || budget-- <= 0) break;
      if (!areNeighbours(edge, next, edges.length) && meet(edge, next)) return true;
    }
  }
  return false;
}

function edgesOf(ring: readonly Position[]): Edge[] {
  return ring.slice(1).map((to, index) => {
    const from = ring[index] ?? to;
    const [x0 = 0] = from;
    const [x1 = 0] = to;
    return { index, from, to, minX: Math.min(x0, x1), maxX: Math.max(x0, x1) };
  });
}

function areNeighbours(a: Edge, b: Edge, count: number): boolean {
  const apart = Math.abs(a.index - b.index);
  return apart === 1 || apart === count - 1;
}

/** A spike: the next edge runs back along this one. */
function turnsBack(edge: Edge, next: Edge | undefined): boolean {
  if (!next || side(edge.from, edge.to, next.to) !== 0) return false;
  const [ax = 0, ay = 0] = edge.from;
  const [bx = 0, by = 0] = edge.to;
  const [cx = 0, cy = 0] = next.to;
  return (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0;
}

function meet(a: Edge, b: Edge): boolean {
  const sides = [side(a.from, a.to, b.from), side(a.from, a.to, b.to)] as const;
  const back = [side(b.from, b.to, a.from), side(b.from, b.to, a.to)] as const;
  if (sides[0] * sides[1] > 0 || back[0] * back[1] > 0) return false;
  // All on one line: they meet where their extents do, in both directions.
  return a.minX <= b.maxX && b.minX <= a.maxX && overlapInY(a, b);
}

function overlapInY(a: Edge, b: Edge): boolean {
  const [ya0 = 0, ya1 = 0] = [a.from[1], a.to[1]];
  const [yb0 = 0, yb1 = 0] = [b.from[1], b.to[1]];
  return Math.min(ya0, ya1) <= Math.max(yb0, yb1) && Math.min(yb0, yb1) <= Math.max(ya0, ya1);
}

function side(a: Position, b: Position, c: Position): number {
  return Math.sign(orient2d(a[0] ?? 0, a[1] ?? 0, b[0] ?? 0, b[1] ?? 0, c[0] ?? 0, c[1] ?? 0));
}
