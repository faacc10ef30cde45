import type { MultiPolygon, Point, Polygon } from "geojson";
import { outlinesOf } from "../geometry/outlines.ts";
import { planeOf, unproject } from "../geometry/plane.ts";
import { representativePoint } from "../geometry/representative.ts";
import { longAxisOf } from "./longAxis.ts";
import { cutIntoStrips } from "./strips.ts";

/** Entrances of a building whose shape is not known are put so far apart. */
const APART_METERS = 2;

/**
 * Cuts a footprint square across its long axis into `count` strips of equal area, in order from its west end, or its
 * south end where it runs north and south: the shares of its entrances. Equal areas, so that none is empty whatever
 * the shape. A footprint without area, or a self-crossing one that cannot be shared out, gives points in a row. WGS 84.
 */
export function cutByEntrances(
  footprint: Point | Polygon | MultiPolygon,
  count: number,
): (Point | Polygon | MultiPolygon)[] {
  if (count <= 1) return [footprint];
  if (footprint.type === "Point") return pointsInARow(footprint, count, [1, 0]);
  const plane = planeOf(footprint);
  const outlines = outlinesOf([footprint], plane);
  const corners = Array.from(outlines.x, (x, i): [number, number] => [x, outlines.y[i]!]);
  const axis = longAxisOf(corners);
  const strips = cutIntoStrips(outlines, plane, axis, count);
  return strips ?? pointsInARow(footprint, count, axis);
}

function pointsInARow(
  footprint: Point | Polygon | MultiPolygon,
  count: number,
  [ex, ey]: [number, number],
): Point[] {
  const [longitude, latitude] = representativePoint(footprint);
  const plane = planeOf({ type: "Point", coordinates: [longitude, latitude] });
  return Array.from({ length: count }, (_, i) => {
    const place = APART_METERS * (i - (count - 1) / 2);
    return { type: "Point", coordinates: unproject(plane, place * ex, place * ey) };
  });
}
