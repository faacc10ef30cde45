import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { polygonsOf, signedArea, type Plane } from "./plane.ts";

/**
 * Many geometries as flat arrays in metres. Rings are open (no closing vertex), without repeated neighbours, and
 * turned so that the inside is on the left: outer rings counter-clockwise, holes clockwise. A point is a ring of one.
 */
export interface Outlines {
  x: Float64Array;
  y: Float64Array;
  /** Ring `r` has the vertices from `ringStart[r]` up to `ringStart[r + 1]`. */
  ringStart: Uint32Array;
  isHole: Uint8Array;
  /** Geometry `g` has the rings from `geometryStart[g]` up to `geometryStart[g + 1]`. */
  geometryStart: Uint32Array;
  /** minX, minY, maxX, maxY of each geometry. */
  boxes: Float64Array;
}

export function outlinesOf(
  geometries: readonly (Point | Polygon | MultiPolygon)[],
  plane: Plane,
): Outlines {
  const xs: number[] = [];
  const ys: number[] = [];
  const ringStart = [0];
  const isHole: number[] = [];
  const geometryStart = new Uint32Array(geometries.length + 1);
  const boxes = new Float64Array(4 * geometries.length);
  geometries.forEach((geometry, index) => {
    const first = xs.length;
    const polygons = geometry.type === "Point" ? [[[geometry.coordinates]]] : polygonsOf(geometry);
    for (const rings of polygons) {
      rings.forEach((ring, place) => {
        appendRing(xs, ys, ring, place > 0, plane);
        if (xs.length === ringStart.at(-1)) return;
        ringStart.push(xs.length);
        isHole.push(place > 0 ? 1 : 0);
      });
    }
    geometryStart[index + 1] = isHole.length;
    setBox(boxes, index, xs, ys, first);
  });
  return {
    x: Float64Array.from(xs),
    y: Float64Array.from(ys),
    ringStart: Uint32Array.from(ringStart),
    isHole: Uint8Array.from(isHole),
    geometryStart,
    boxes,
  };
}

function appendRing(xs: number[], ys: number[], ring: Position[], isHole: boolean, plane: Plane) {
  const first = xs.length;
  const isForward = signedArea(ring) >= 0 !== isHole;
  for (let i = 0; i < ring.length; i++) {
    const position = ring[isForward ? i : ring.length - 1 - i]!;
    const x = (position[0]! - plane.longitude) * plane.metersPerDegreeEast;
    const y = (position[1]! - plane.latitude) * plane.metersPerDegreeNorth;
    if (xs.length > first && xs[xs.length - 1] === x && ys[ys.length - 1] === y) continue;
    xs.push(x);
    ys.push(y);
  }
  while (xs.length - first > 1 && xs.at(-1) === xs[first] && ys.at(-1) === ys[first]) {
    xs.pop();
    ys.pop();
  }
}

function setBox(boxes: Float64Array, index: number, xs: number[], ys: number[], first: number) {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = first; i < xs.length; i++) {
    minX = Math.min(minX, xs[i]!);
    maxX = Math.max(maxX, xs[i]!);
    minY = Math.min(minY, ys[i]!);
    maxY = Math.max(maxY, ys[i]!);
  }
  boxes[4 * index] = minX;
  boxes[4 * index + 1] = minY;
  boxes[4 * index + 2] = maxX;
  boxes[4 * index + 3] = maxY;
}

/** The two ends of each edge of the outlines, as ax, ay, bx, by; edge `i` starts at vertex `i`. */
export function edgesOf(outlines: Outlines): Float64Array {
  const { x, y, ringStart } = outlines;
  const edges = new Float64Array(4 * x.length);
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const first = ringStart[ring]!;
    const end = ringStart[ring + 1]!;
    for (let i = first; i < end; i++) {
      const next = i + 1 < end ? i + 1 : first;
      edges[4 * i] = x[i]!;
      edges[4 * i + 1] = y[i]!;
      edges[4 * i + 2] = x[next]!;
      edges[4 * i + 3] = y[next]!;
    }
  }
  return edges;
}
