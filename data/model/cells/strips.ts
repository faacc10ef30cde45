import type { MultiPolygon, Polygon } from "geojson";
import { edgesOf, type Outlines } from "../geometry/outlines.ts";
import { unproject, type Plane } from "../geometry/plane.ts";
import { polygonsOfRings } from "./polygons.ts";
import { chainRings } from "./rings.ts";

/** Halvings until a place along a building is exact to the last bit. */
const HALVINGS = 60;

/** Ten times what a number in degrees can tell apart. */
const SAME_METERS = 1e-7;

/**
 * Cuts the one geometry of `outlines` square to an axis into strips of equal area, from the axis's start to its end,
 * as a small graph of shared edges like a tessellation's. Undefined where a strip would have no ground.
 */
export function cutIntoStrips(
  outlines: Outlines,
  plane: Plane,
  axis: readonly [number, number],
  count: number,
): (Polygon | MultiPolygon)[] | undefined {
  const edges = edgesOf(turned(outlines, axis));
  const graph = new StripGraph();
  const lines = equalAreaLines(edges, count);
  if (!lines) return undefined;
  snapToLines(edges, lines);
  for (let i = 0; i < edges.length; i += 4) graph.addEdge(edges.subarray(i, i + 4), lines);
  graph.closeAlong(lines);
  const [longitudes, latitudes] = graph.places(plane, axis);
  const rings = chainRings({ ...graph, x: longitudes, y: latitudes });
  const strips = polygonsOfRings(rings, count, longitudes, latitudes).map(asSimple);
  return strips.every((strip) => strip !== null) ? strips : undefined;
}

/** The outlines with the axis as x: both coordinates in metres. */
function turned(outlines: Outlines, [ex, ey]: readonly [number, number]): Outlines {
  const { x, y } = outlines;
  return {
    ...outlines,
    x: x.map((value, i) => value * ex + y[i]! * ey),
    y: x.map((value, i) => y[i]! * ex - value * ey),
  };
}

function equalAreaLines(edges: Float64Array, count: number): number[] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 4) {
    low = Math.min(low, edges[i]!);
    high = Math.max(high, edges[i]!);
  }
  const area = areaBefore(edges, high);
  if (!(area > 0)) return undefined;
  return Array.from({ length: count - 1 }, (_, i) => {
    let [from, to] = [low, high];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (from + to) / 2;
      if (areaBefore(edges, middle) < (area * (i + 1)) / count) from = middle;
      else to = middle;
    }
    return (from + to) / 2;
  });
}

/** Corners as near to a line as makes no difference lie on it, so that a wall along a line is not cut at random. */
function snapToLines(edges: Float64Array, lines: readonly number[]) {
  for (let i = 0; i < edges.length; i += 2) {
    const near = lines.find((line) => Math.abs(line - edges[i]!) < SAME_METERS);
    if (near !== undefined) edges[i] = near;
  }
}

/** Area of the part with x below `limit`: by Green's theorem the integral of min(x, limit) dy around it. */
function areaBefore(edges: Float64Array, limit: number): number {
  let area = 0;
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    const [p, q] = [ax - limit, bx - limit];
    let mean = limit + (Math.min(p, 0) + Math.min(q, 0)) / 2;
    // Of an edge across the line only the part before it counts: a triangle.
    if (p < 0 !== q < 0) mean = limit - Math.min(p, q) ** 2 / (2 * Math.abs(q - p));
    area += mean * (by - ay);
  }
  return area;
}

function asSimple(ground: MultiPolygon | null): Polygon | MultiPolygon | null {
  const [only, ...more] = ground?.coordinates ?? [];
  return only && more.length === 0 ? { type: "Polygon", coordinates: only } : ground;
}

class StripGraph {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly groups: number[] = [];
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  readonly #nodes = new Map<string, number>();
  readonly #onLine = new Map<number, number[]>();

  /** Enters an edge, cut at the lines that it crosses. A corner on a line counts as behind it. */
  addEdge(edge: Float64Array, lines: readonly number[]): void {
    const [ax = 0, ay = 0, bx = 0, by = 0] = edge;
    const crossed = lines.map((_, i) => i).filter((i) => ax < lines[i]! !== bx < lines[i]!);
    if (ax > bx) crossed.reverse();
    let from = this.#node(ax, ay);
    let strip = lines.filter((line) => ax >= line).length;
    for (const i of crossed) {
      const node = this.#crossing(edge, lines[i]!);
      this.#add(from, node, strip);
      this.#onLine.set(i, [...(this.#onLine.get(i) ?? []), node]);
      from = node;
      strip = ax < bx ? i + 1 : i;
    }
    this.#add(from, this.#node(bx, by), strip);
  }

  /** Between every second pair of crossings a line runs inside: it parts two strips there, corner by corner. */
  closeAlong(lines: readonly number[]): void {
    lines.forEach((line, i) => {
      const nodes = this.#onLine.get(i) ?? [];
      nodes.sort((p, q) => this.#y[p]! - this.#y[q]!);
      const corners = [...this.#x.keys()].filter((node) => this.#x[node] === line);
      corners.sort((p, q) => this.#y[p]! - this.#y[q]!);
      for (let k = 0; k + 1 < nodes.length; k += 2) {
        const inside = corners.slice(
          corners.indexOf(nodes[k]!),
          corners.indexOf(nodes[k + 1]!) + 1,
        );
        inside.slice(1).forEach((node, at) => {
          this.#add(inside[at]!, node, i);
          this.#add(node, inside[at]!, i + 1);
        });
      }
    });
  }

  places(plane: Plane, [ex, ey]: readonly [number, number]): [Float64Array, Float64Array] {
    const positions = this.#x.map((x, i) => {
      const y = this.#y[i]!;
      return unproject(plane, x * ex - y * ey, x * ey + y * ex);
    });
    return [
      Float64Array.from(positions, (position) => position[0]),
      Float64Array.from(positions, (position) => position[1]),
    ];
  }

  /** A crossing as near to a corner as numbers in degrees can tell is that corner. */
  #crossing([ax = 0, ay = 0, bx = 0, by = 0]: Float64Array, line: number): number {
    const y = ay + ((line - ax) / (bx - ax)) * (by - ay);
    if (Math.hypot(line - ax, y - ay) < SAME_METERS) return this.#node(ax, ay);
    if (Math.hypot(line - bx, y - by) < SAME_METERS) return this.#node(bx, by);
    return this.#node(line, y);
  }

  #add(start: number, end: number, group: number) {
    if (start === end) return;
    this.starts.push(start);
    this.ends.push(end);
    this.groups.push(group);
  }

  #node(x: number, y: number): number {
    const key = `${x},${y}`;
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = this.#x.length;
      this.#nodes.set(key, node);
      this.#x.push(x);
      this.#y.push(y);
    }
    return node;
  }
}
