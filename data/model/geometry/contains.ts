import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import type { Outlines } from "./outlines.ts";
import { polygonsOf } from "./plane.ts";

/** Even-odd rule over outer rings and holes alike, so self-crossing rings have an answer too; degrees in, degrees on. */
export function contains(geometry: Point | Polygon | MultiPolygon, position: Position): boolean {
  const [x = 0, y = 0] = position;
  let isInside = false;
  for (const rings of polygonsOf(geometry)) {
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax = 0, ay = 0] = ring[j]!;
        const [bx = 0, by = 0] = ring[i]!;
        if (isCrossedByRay(x, y, ax, ay, bx, by)) isInside = !isInside;
      }
    }
  }
  return isInside;
}

/** The same for geometry `index` of outlines, in metres. */
export function outlineContains(outlines: Outlines, index: number, x: number, y: number): boolean {
  const { x: xs, y: ys, ringStart, geometryStart } = outlines;
  let isInside = false;
  for (let ring = geometryStart[index]!; ring < geometryStart[index + 1]!; ring++) {
    const end = ringStart[ring + 1]!;
    for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
      if (isCrossedByRay(x, y, xs[j]!, ys[j]!, xs[i]!, ys[i]!)) isInside = !isInside;
    }
  }
  return isInside;
}

/** Whether the ray eastwards from a point crosses a segment; a segment owns its lower end only. */
function isCrossedByRay(x: number, y: number, ax: number, ay: number, bx: number, by: number) {
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
}
