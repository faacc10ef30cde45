import type { Delaunay } from "d3-delaunay";
import { orient2d } from "robust-predicates";

/** Corners of cells nearer to each other than this are one corner. Rectangles have four samples on one circle. */
export const MERGE_METERS = 1e-4;

/**
 * The borders between units as a graph: nodes in metres, edges with the unit and the sample on their left and right.
 * Unbounded: it reaches as far as the samples that frame it.
 */
export interface BorderGraph {
  /** x and y of node `n` at `2 * n` and `2 * n + 1`. */
  places: Float64Array;
  /** Edges in use; the arrays may be longer. */
  count: number;
  start: Uint32Array;
  end: Uint32Array;
  left: Int32Array;
  right: Int32Array;
  /** Indices of the samples whose cells meet in the edge. */
  leftSample: Int32Array;
  rightSample: Int32Array;
}

/**
 * Borders are the Voronoi edges between samples of different units. `units` holds each sample's unit, negative for
 * samples that only frame the diagram and get no border.
 */
export function bordersBetween(
  delaunay: Delaunay<unknown>,
  points: Float64Array,
  units: Int32Array,
): BorderGraph {
  const { triangles, halfedges } = delaunay;
  const corners = unitsAtCorners(triangles, units);
  const { centres, capacity } = circumcentres(triangles, points, corners);
  const { nodeOf, places } = mergedNodes(centres, halfedges);
  const isTurnedLeft = isCounterClockwise(triangles, points);
  const graph: BorderGraph = {
    places,
    count: 0,
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    left: new Int32Array(capacity),
    right: new Int32Array(capacity),
    leftSample: new Int32Array(capacity),
    rightSample: new Int32Array(capacity),
  };
  let count = 0;
  for (let e = 0; e < halfedges.length; e++) {
    const next = e % 3 === 2 ? e - 2 : e + 1;
    // The other half of the edge has the same ends, so nothing else need be fetched to rule it out.
    if (!isBorder(corners[e]!, corners[next]!)) continue;
    const opposite = halfedges[e]!;
    if (opposite < e) continue;
    const start = nodeOf[(e / 3) | 0]!;
    const end = nodeOf[(opposite / 3) | 0]!;
    if (start === end) continue;
    graph.start[count] = start;
    graph.end[count] = end;
    // Crossing a Delaunay edge from its left to its right, its far end is on the left hand.
    const left = isTurnedLeft ? next : e;
    const right = isTurnedLeft ? e : next;
    graph.leftSample[count] = triangles[left]!;
    graph.rightSample[count] = triangles[right]!;
    graph.left[count] = corners[left]!;
    graph.right[count] = corners[right]!;
    count++;
  }
  graph.count = count;
  return graph;
}

function unitsAtCorners(triangles: Uint32Array, units: Int32Array): Int32Array {
  const corners = new Int32Array(triangles.length);
  for (let e = 0; e < corners.length; e++) corners[e] = units[triangles[e]!]!;
  return corners;
}

function isBorder(a: number, b: number): boolean {
  return a !== b && a >= 0 && b >= 0;
}

/**
 * Circumcentres of the triangles that a border can end at, NaN for those within one unit; and how many borders there
 * are at most.
 */
function circumcentres(triangles: Uint32Array, points: Float64Array, corners: Int32Array) {
  const centres = new Float64Array((2 * triangles.length) / 3).fill(NaN);
  let halves = 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const ua = corners[t]!;
    const ub = corners[t + 1]!;
    const uc = corners[t + 2]!;
    const borders = +isBorder(ua, ub) + +isBorder(ub, uc) + +isBorder(uc, ua);
    if (borders === 0) continue;
    halves += borders;
    const a = triangles[t]!;
    const b = triangles[t + 1]!;
    const c = triangles[t + 2]!;
    const ax = points[2 * a]!;
    const ay = points[2 * a + 1]!;
    const dx = points[2 * b]! - ax;
    const dy = points[2 * b + 1]! - ay;
    const ex = points[2 * c]! - ax;
    const ey = points[2 * c + 1]! - ay;
    const d = dx * dx + dy * dy;
    const e = ex * ex + ey * ey;
    const twice = 2 * (dx * ey - dy * ex);
    centres[(2 * t) / 3] = ax + (ey * d - dy * e) / twice;
    centres[(2 * t) / 3 + 1] = ay + (dx * e - ex * d) / twice;
  }
  return { centres, capacity: Math.ceil(halves / 2) + 1 };
}

/**
 * Contracts Voronoi edges shorter than the tolerance. Contraction keeps the graph planar, which merging by place alone
 * would not; it also removes the edges that rounding has turned around.
 */
function mergedNodes(centres: Float64Array, halfedges: Int32Array) {
  const triangleCount = centres.length / 2;
  const root = new Int32Array(triangleCount);
  for (let t = 0; t < triangleCount; t++) root[t] = t;
  const find = (t: number) => {
    while (root[t] !== t) t = root[t] = root[root[t]!]!;
    return t;
  };
  for (let t = 0; t < triangleCount; t++) {
    const x = centres[2 * t]!;
    if (Number.isNaN(x)) continue;
    const y = centres[2 * t + 1]!;
    for (let e = 3 * t; e < 3 * t + 3; e++) {
      const opposite = halfedges[e]!;
      if (opposite < e) continue;
      const u = (opposite / 3) | 0;
      const dx = centres[2 * u]! - x;
      const dy = centres[2 * u + 1]! - y;
      if (dx * dx + dy * dy < MERGE_METERS * MERGE_METERS) root[find(t)] = find(u);
    }
  }
  const nodeOf = new Int32Array(triangleCount).fill(-1);
  let count = 0;
  for (let t = 0; t < triangleCount; t++) {
    if (Number.isNaN(centres[2 * t]!)) continue;
    const top = find(t);
    if (nodeOf[top]! < 0) {
      // In place: a node is never written behind a centre that is still to be read.
      centres[2 * count] = centres[2 * top]!;
      centres[2 * count + 1] = centres[2 * top + 1]!;
      nodeOf[top] = count++;
    }
    nodeOf[t] = nodeOf[top]!;
  }
  return { nodeOf, places: centres.slice(0, 2 * count) };
}

/** All triangles turn the same way; which, depends on the direction of the axes. */
function isCounterClockwise(triangles: Uint32Array, points: Float64Array): boolean {
  const [a = 0, b = 0, c = 0] = triangles;
  const turn = orient2d(
    points[2 * a]!,
    points[2 * a + 1]!,
    points[2 * b]!,
    points[2 * b + 1]!,
    points[2 * c]!,
    points[2 * c + 1]!,
  );
  // robust-predicates takes y downwards: it is negative for a turn to the left.
  return turn < 0;
}
