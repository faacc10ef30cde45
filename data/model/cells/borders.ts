import type { Delaunay } from "d3-delaunay";

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
  const mixed = mixedTriangles(triangles, units);
  const centres = circumcentres(mixed.list, triangles, points);
  const places = mergeNodes(mixed, centres, halfedges);
  return borderEdges(mixed, places, delaunay, units);
}

/** The triangles that a border can end at: few enough to be worth a list. */
interface MixedTriangles {
  list: Int32Array;
  /** The node of each triangle, -1 for those within one unit; at first its place in the list. */
  nodeOf: Int32Array;
  /** How many borders there are at most. */
  borders: number;
}

function mixedTriangles(triangles: Uint32Array, units: Int32Array): MixedTriangles {
  const nodeOf = new Int32Array(triangles.length / 3).fill(-1);
  let count = 0;
  let halves = 0;
  for (let t = 0; t < nodeOf.length; t++) {
    const a = units[triangles[3 * t]!]!;
    const b = units[triangles[3 * t + 1]!]!;
    const c = units[triangles[3 * t + 2]!]!;
    // Most triangles lie within one unit.
    if (a === b && b === c) continue;
    const sides = +isBorder(a, b) + +isBorder(b, c) + +isBorder(c, a);
    if (sides === 0) continue;
    halves += sides;
    nodeOf[t] = count++;
  }
  const list = new Int32Array(count);
  for (let t = 0; t < nodeOf.length; t++) if (nodeOf[t]! >= 0) list[nodeOf[t]!] = t;
  return { list, nodeOf, borders: Math.ceil(halves / 2) };
}

function isBorder(a: number, b: number): boolean {
  return a !== b && a >= 0 && b >= 0;
}

function circumcentres(list: Int32Array, triangles: Uint32Array, points: Float64Array) {
  const centres = new Float64Array(2 * list.length);
  for (let k = 0; k < list.length; k++) {
    const t = 3 * list[k]!;
    const a = 2 * triangles[t]!;
    const b = 2 * triangles[t + 1]!;
    const c = 2 * triangles[t + 2]!;
    const ax = points[a]!;
    const ay = points[a + 1]!;
    const dx = points[b]! - ax;
    const dy = points[b + 1]! - ay;
    const ex = points[c]! - ax;
    const ey = points[c + 1]! - ay;
    const d = dx * dx + dy * dy;
    const e = ex * ex + ey * ey;
    const twice = 2 * (dx * ey - dy * ex);
    centres[2 * k] = ax + (ey * d - dy * e) / twice;
    centres[2 * k + 1] = ay + (dx * e - ex * d) / twice;
  }
  return centres;
}

/**
 * Contracts Voronoi edges shorter than the tolerance, numbers the nodes that are left and returns their places.
 * Contraction keeps the graph planar, which merging by place alone would not; it also removes the edges that rounding
 * has turned around.
 */
function mergeNodes(
  { list, nodeOf }: MixedTriangles,
  centres: Float64Array,
  halfedges: Int32Array,
): Float64Array {
  const root = new Int32Array(list.length);
  for (let k = 0; k < root.length; k++) root[k] = k;
  const find = (k: number) => {
    while (root[k] !== k) k = root[k] = root[root[k]!]!;
    return k;
  };
  for (let k = 0; k < root.length; k++) {
    const first = 3 * list[k]!;
    for (let e = first; e < first + 3; e++) {
      const opposite = halfedges[e]!;
      if (opposite < e) continue;
      const other = nodeOf[(opposite / 3) | 0]!;
      if (other < 0) continue;
      const dx = centres[2 * other]! - centres[2 * k]!;
      const dy = centres[2 * other + 1]! - centres[2 * k + 1]!;
      if (dx * dx + dy * dy < MERGE_METERS * MERGE_METERS) root[find(k)] = find(other);
    }
  }
  const numbers = new Int32Array(root.length).fill(-1);
  let count = 0;
  for (let k = 0; k < root.length; k++) {
    const top = find(k);
    if (numbers[top]! < 0) {
      // In place: a node is never written over a centre that is still to be read.
      centres[2 * count] = centres[2 * top]!;
      centres[2 * count + 1] = centres[2 * top + 1]!;
      numbers[top] = count++;
    }
    numbers[k] = numbers[top]!;
    nodeOf[list[k]!] = numbers[k]!;
  }
  return centres.subarray(0, 2 * count);
}

function borderEdges(
  { list, nodeOf, borders }: MixedTriangles,
  places: Float64Array,
  { triangles, halfedges }: Delaunay<unknown>,
  units: Int32Array,
): BorderGraph {
  const graph: BorderGraph = {
    places,
    count: 0,
    start: new Uint32Array(borders),
    end: new Uint32Array(borders),
    left: new Int32Array(borders),
    right: new Int32Array(borders),
    leftSample: new Int32Array(borders),
    rightSample: new Int32Array(borders),
  };
  let count = 0;
  for (let k = 0; k < list.length; k++) {
    const first = 3 * list[k]!;
    const start = nodeOf[list[k]!]!;
    for (let e = first; e < first + 3; e++) {
      const opposite = halfedges[e]!;
      if (opposite < e) continue;
      const from = triangles[e]!;
      const to = triangles[e === first + 2 ? first : e + 1]!;
      if (!isBorder(units[from]!, units[to]!)) continue;
      const end = nodeOf[(opposite / 3) | 0]!;
      if (start === end) continue;
      // Delaunator's triangles turn to the right where y points up, so their edges are crossed from right to left.
      graph.start[count] = start;
      graph.end[count] = end;
      graph.leftSample[count] = from;
      graph.rightSample[count] = to;
      graph.left[count] = units[from]!;
      graph.right[count] = units[to]!;
      count++;
    }
  }
  graph.count = count;
  return graph;
}
