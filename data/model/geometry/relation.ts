import { outlineContains } from "./contains.ts";
import { squaredDistanceToSegment } from "./measure.ts";
import type { Outlines } from "./outlines.ts";
import { doCross, edgeListOf } from "./shape.ts";

/** How one footprint stands to another: `nested` is inside it, `enclosing` the other way round. */
export type Relation = "identical" | "nested" | "enclosing" | "overlapping" | "touching";

/** Walls nearer to each other than this are one wall: map data is good to a few centimetres. */
export const TOUCH_METERS = 0.05;

/** How geometry `a` stands to geometry `b`; undefined where they are apart. */
export function relationOf(outlines: Outlines, a: number, b: number): Relation | undefined {
  const edgesA = edgeListOf(outlines, a);
  const edgesB = edgeListOf(outlines, b);
  const first = placesOf(edgesA, edgesB, outlines, b);
  const second = placesOf(edgesB, edgesA, outlines, a);
  if (first.away + first.deep + second.away + second.deep === 0) return "identical";
  const isCrossing = haveClearCrossing(edgesA, edgesB);
  if (first.deep + second.deep > 0 && !isCrossing) {
    if (first.away === 0) return "nested";
    if (second.away === 0) return "enclosing";
    return "overlapping";
  }
  if (isCrossing) return "overlapping";
  return first.near + second.near > 0 ? "touching" : undefined;
}

/** How many corners and middles of edges lie deep inside the other, near its outline, or away from it. */
function placesOf(
  edges: readonly number[],
  others: readonly number[],
  outlines: Outlines,
  other: number,
) {
  const places = { deep: 0, near: 0, away: 0 };
  for (let i = 0; i < edges.length; i += 2) {
    // In turns the middle of an edge, which starts at every fourth number, and its far corner.
    const isMiddle = i % 4 === 0;
    const x = isMiddle ? (edges[i]! + edges[i + 2]!) / 2 : edges[i]!;
    const y = isMiddle ? (edges[i + 1]! + edges[i + 3]!) / 2 : edges[i + 1]!;
    if (isNear(x, y, others)) places.near++;
    else if (outlineContains(outlines, other, x, y)) places.deep++;
    else places.away++;
  }
  return places;
}

function isNear(x: number, y: number, edges: readonly number[]): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const squared = squaredDistanceToSegment(
      x,
      y,
      edges[i]!,
      edges[i + 1]!,
      edges[i + 2]!,
      edges[i + 3]!,
    );
    if (squared <= TOUCH_METERS ** 2) return true;
  }
  return false;
}

/** Two edges that cross with all four ends further than the tolerance from the other edge. */
function haveClearCrossing(edges: readonly number[], others: readonly number[]): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!;
    const ay = edges[i + 1]!;
    const bx = edges[i + 2]!;
    const by = edges[i + 3]!;
    for (let j = 0; j < others.length; j += 4) {
      const px = others[j]!;
      const py = others[j + 1]!;
      const qx = others[j + 2]!;
      const qy = others[j + 3]!;
      if (!doCross(ax, ay, bx, by, px, py, qx, qy)) continue;
      const nearest = Math.min(
        squaredDistanceToSegment(ax, ay, px, py, qx, qy),
        squaredDistanceToSegment(bx, by, px, py, qx, qy),
        squaredDistanceToSegment(px, py, ax, ay, bx, by),
        squaredDistanceToSegment(qx, qy, ax, ay, bx, by),
      );
      if (nearest > TOUCH_METERS ** 2) return true;
    }
  }
  return false;
}
