import type { MultiPolygon, Point, Polygon } from "geojson";
import { outlineContains } from "./contains.ts";
import { outlinesOf, type Outlines } from "./outlines.ts";
import { planeOf, unproject } from "./plane.ts";

/**
 * A position that stands for a footprint: its centroid where that is inside, otherwise the middle of the widest piece
 * of a scan line, which is inside by construction. A footprint without area gives the middle of its box's nearest
 * vertex; a point gives itself. WGS 84.
 */
export function representativePoint(
  geometry: Point | Polygon | MultiPolygon,
): [longitude: number, latitude: number] {
  if (geometry.type === "Point") {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return [longitude, latitude];
  }
  const plane = planeOf(geometry);
  const [x, y] = representativeOf(outlinesOf([geometry], plane), 0);
  return unproject(plane, x, y);
}

/** The same for geometry `index` of outlines, in metres. */
export function representativeOf(outlines: Outlines, index: number): [number, number] {
  const [x, y] = centroidOf(outlines, index);
  if (outlineContains(outlines, index, x, y)) return [x, y];
  return widestOnScanLine(outlines, index) ?? nearestVertex(outlines, index, x, y);
}

/** Centroid by area; the mean of the vertices where there is no area to speak of. */
function centroidOf(outlines: Outlines, index: number): [number, number] {
  const [first, end] = verticesOf(outlines, index);
  const originX = outlines.x[first] ?? 0;
  const originY = outlines.y[first] ?? 0;
  let area = 0;
  let areaX = 0;
  let areaY = 0;
  let sumX = 0;
  let sumY = 0;
  for (
    let ring = outlines.geometryStart[index]!;
    ring < outlines.geometryStart[index + 1]!;
    ring++
  ) {
    const last = outlines.ringStart[ring + 1]!;
    for (let i = outlines.ringStart[ring]!, j = last - 1; i < last; j = i++) {
      const ax = outlines.x[j]! - originX;
      const ay = outlines.y[j]! - originY;
      const bx = outlines.x[i]! - originX;
      const by = outlines.y[i]! - originY;
      const cross = ax * by - bx * ay;
      area += cross;
      areaX += cross * (ax + bx);
      areaY += cross * (ay + by);
      sumX += bx;
      sumY += by;
    }
  }
  const count = Math.max(1, end - first);
  if (Math.abs(area) < 1e-9) return [originX + sumX / count, originY + sumY / count];
  return [originX + areaX / (3 * area), originY + areaY / (3 * area)];
}

/** The scan line lies half-way between the two vertex heights about the middle, so it meets no vertex. */
function widestOnScanLine(outlines: Outlines, index: number): [number, number] | undefined {
  const [first, end] = verticesOf(outlines, index);
  const middle = (outlines.boxes[4 * index + 1]! + outlines.boxes[4 * index + 3]!) / 2;
  let [below, above] = [-Infinity, Infinity];
  for (let i = first; i < end; i++) {
    if (outlines.y[i]! <= middle) below = Math.max(below, outlines.y[i]!);
    else above = Math.min(above, outlines.y[i]!);
  }
  const y = (below + above) / 2;
  const crossings = crossingsAt(outlines, index, y);
  let widest: [number, number] | undefined;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i]!, crossings[i + 1]!];
    if (to - from > width) [width, widest] = [to - from, [(from + to) / 2, y]];
  }
  return widest;
}

function crossingsAt(outlines: Outlines, index: number, y: number): number[] {
  const crossings: number[] = [];
  for (
    let ring = outlines.geometryStart[index]!;
    ring < outlines.geometryStart[index + 1]!;
    ring++
  ) {
    const last = outlines.ringStart[ring + 1]!;
    for (let i = outlines.ringStart[ring]!, j = last - 1; i < last; j = i++) {
      const [ax, ay, bx, by] = [outlines.x[j]!, outlines.y[j]!, outlines.x[i]!, outlines.y[i]!];
      if (ay > y !== by > y) crossings.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
    }
  }
  return crossings.sort((p, q) => p - q);
}

function nearestVertex(outlines: Outlines, index: number, x: number, y: number): [number, number] {
  const [first, end] = verticesOf(outlines, index);
  let best = first;
  let distance = Infinity;
  for (let i = first; i < end; i++) {
    const d = Math.hypot(outlines.x[i]! - x, outlines.y[i]! - y);
    if (d < distance) [distance, best] = [d, i];
  }
  return [outlines.x[best] ?? x, outlines.y[best] ?? y];
}

function verticesOf(outlines: Outlines, index: number): [first: number, end: number] {
  const { ringStart, geometryStart } = outlines;
  return [ringStart[geometryStart[index]!]!, ringStart[geometryStart[index + 1]!]!];
}
