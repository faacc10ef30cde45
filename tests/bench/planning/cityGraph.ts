import { Delaunay } from "d3-delaunay";
import {
  graphOfPairs,
  type NeighbourPairs,
  type PartitionGraph,
} from "#data/model/partition/graph.ts";
import type { City } from "./city.ts";

/** Cells that meet over less do not let anybody through, as in `data/model/cells`. */
const SHORTEST_PASSAGE_METERS = 1;
/** A pair so near to a bridge gets across the river. */
const BRIDGE_REACH_METERS = 110;

/** `open`: arterials may be crossed, the river at bridges. `barriers`: each piece between arterials is cut off. */
export type CityVariant = "open" | "barriers";

/** Buildings whose Voronoi cells meet within the city and are not kept apart. */
export function cityGraph(city: City, variant: CityVariant): PartitionGraph {
  const { x, y, households: loads } = city;
  return graphOfPairs(cityPairs(city, variant), { x, y, loads });
}

/** The pairs of `cityGraph`. */
export function cityPairs(city: City, variant: CityVariant): NeighbourPairs {
  const points = new Float64Array(2 * city.count);
  for (let i = 0; i < city.count; i++) {
    points[2 * i] = city.x[i]!;
    points[2 * i + 1] = city.y[i]!;
  }
  const delaunay = new Delaunay(points);
  const { triangles, halfedges } = delaunay;
  const centres = circumcentres(triangles, points);
  const capacity = 3 * city.count;
  const [firsts, seconds] = [new Uint32Array(capacity), new Uint32Array(capacity)];
  const meters = new Float64Array(capacity);
  let pairs = 0;
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = halfedges[edge]!;
    if (twin > edge) continue;
    const a = triangles[edge]!;
    const b = triangles[edge % 3 === 2 ? edge - 2 : edge + 1]!;
    if (isBarred(city, variant, a, b)) continue;
    const at = 2 * Math.floor(edge / 3);
    const [cx, cy] = [centres[at]!, centres[at + 1]!];
    const far = 2 * (city.width + city.height);
    const length = Math.hypot(city.x[b]! - city.x[a]!, city.y[b]! - city.y[a]!);
    // Without a triangle on the other side the border runs out of the city, square to the link.
    const ex =
      twin >= 0
        ? centres[2 * Math.floor(twin / 3)]!
        : cx + (far * (city.y[b]! - city.y[a]!)) / length;
    const ey =
      twin >= 0
        ? centres[2 * Math.floor(twin / 3) + 1]!
        : cy - (far * (city.x[b]! - city.x[a]!)) / length;
    const border = lengthWithin(cx, cy, ex, ey, city.width, city.height);
    if (border < SHORTEST_PASSAGE_METERS) continue;
    firsts[pairs] = a;
    seconds[pairs] = b;
    meters[pairs++] = border;
  }
  return {
    firsts: firsts.subarray(0, pairs),
    seconds: seconds.subarray(0, pairs),
    meters: meters.subarray(0, pairs),
  };
}

function isBarred(city: City, variant: CityVariant, a: number, b: number): boolean {
  if (variant === "barriers" && city.pieces[a] !== city.pieces[b]) return true;
  if (city.banks[a] === city.banks[b]) return false;
  const middle = (city.x[a]! + city.x[b]!) / 2;
  return !city.bridges.some((bridge) => Math.abs(bridge - middle) < BRIDGE_REACH_METERS);
}

function circumcentres(triangles: ArrayLike<number>, points: Float64Array): Float64Array {
  const centres = new Float64Array((triangles.length / 3) * 2);
  for (let corner = 0, at = 0; corner < triangles.length; corner += 3, at += 2) {
    const [a, b, c] = [
      2 * triangles[corner]!,
      2 * triangles[corner + 1]!,
      2 * triangles[corner + 2]!,
    ];
    const [ax, ay] = [points[a]!, points[a + 1]!];
    const [bx, by] = [points[b]! - ax, points[b + 1]! - ay];
    const [cx, cy] = [points[c]! - ax, points[c + 1]! - ay];
    const twice = 2 * (bx * cy - by * cx) || 1e-9;
    const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy];
    centres[at] = ax + (cy * bb - by * cc) / twice;
    centres[at + 1] = ay + (bx * cc - cx * bb) / twice;
  }
  return centres;
}

/** The length of a segment within the rectangle from 0, 0 (Liang and Barsky). */
function lengthWithin(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  width: number,
  height: number,
) {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  const clip = (step: number, room: number) => {
    if (step === 0) {
      if (room < 0) to = -1;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  };
  clip(-dx, ax);
  clip(dx, width - ax);
  clip(-dy, ay);
  clip(dy, height - ay);
  return to > from ? (to - from) * Math.hypot(dx, dy) : 0;
}
