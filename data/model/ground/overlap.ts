import type { MultiPolygon, Point, Polygon } from "geojson";
import { feature, featureCollection, intersect } from "@turf/turf";
import { contains } from "../geometry/contains.ts";
import { planarArea, planeOf } from "../geometry/plane.ts";
import { movedMeters } from "./movement.ts";

type Footprint = Point | Polygon | MultiPolygon;

/** Two points nearer than this stand for one building, metres. */
const SAME_POINT_METERS = 5;

export interface Overlap {
  /** Of the smaller footprint, 0 to 1: how much of it lies in the other. */
  share: number;
  /** Of both together, 0 to 1: 1 where they are the same ground. */
  alike: number;
}

const NONE: Overlap = { share: 0, alike: 0 };
const SAME: Overlap = { share: 1, alike: 1 };

/** How far two footprints are the same ground. A point in an area is all in it, and not alike. */
export function overlapOf(a: Footprint, b: Footprint): Overlap {
  if (a.type === "Point" && b.type === "Point") {
    return movedMeters(a, b) <= SAME_POINT_METERS ? SAME : NONE;
  }
  if (a.type === "Point") return contains(b, a.coordinates) ? { share: 1, alike: 0 } : NONE;
  if (b.type === "Point") return contains(a, b.coordinates) ? { share: 1, alike: 0 } : NONE;
  if (isSameDrawing(a, b)) return SAME;
  const plane = planeOf(a);
  const [areaA, areaB] = [planarArea(plane, a), planarArea(plane, b)];
  const common = intersect(featureCollection([feature(a), feature(b)]));
  if (!common || areaA === 0 || areaB === 0) return NONE;
  const area = planarArea(plane, common.geometry);
  return { share: area / Math.min(areaA, areaB), alike: area / (areaA + areaB - area) };
}

/** The usual case, a file brought in again, without any arithmetic. */
function isSameDrawing(a: Footprint, b: Footprint): boolean {
  return JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
}
