import type { MultiPolygon, Point, Polygon } from "geojson";
import { bboxOf } from "../geometry/bbox.ts";
import { planeOf, positionsOf, project } from "../geometry/plane.ts";
import { readFootprint } from "../import/footprints.ts";
import type { SkipReason } from "../import/reading.ts";

/** Why drawn ground cannot be kept. */
export const GROUND_FLAWS = [
  "no-geometry",
  "not-an-area",
  "broken-geometry",
  "off-earth",
  "null-island",
  "too-few-points",
  "zero-area",
  "larger-than-a-building",
  "self-crossing",
  "far-away",
] as const satisfies readonly (SkipReason | "self-crossing")[];
export type GroundFlaw = (typeof GROUND_FLAWS)[number];

export type CheckedGround<T> = { geometry: T } | { flaw: GroundFlaw };

/**
 * A building may be managed from another district (DESIGN §3.6), so it may stand outside; this far
 * out it is a slip of the hand.
 */
const NEAR_METERS = 5_000;
/** Larger than this is a town, not a compound: the largest of them have some 3 km². */
const MAX_COMPOUND_SQUARE_METERS = 10_000_000;

/**
 * Ground as a person drew it, ready to be kept: on Earth, closed, not crossing itself, and at most
 * five kilometres from the community. WGS 84.
 */
export function checkFootprint(
  drawn: unknown,
  boundary: MultiPolygon,
  mostSquareMeters?: number,
): CheckedGround<Point | Polygon | MultiPolygon> {
  const read = readFootprint(drawn, mostSquareMeters);
  if ("flaw" in read) return { flaw: read.flaw };
  if (read.notes.includes("self-crossing")) return { flaw: "self-crossing" };
  if (read.notes.includes("part-dropped")) return { flaw: "broken-geometry" };
  return isNear(read.geometry, boundary) ? { geometry: read.geometry } : { flaw: "far-away" };
}

/** The same for what must be an area, such as a compound. */
export function checkArea(
  drawn: unknown,
  boundary: MultiPolygon,
): CheckedGround<Polygon | MultiPolygon> {
  const checked = checkFootprint(drawn, boundary, MAX_COMPOUND_SQUARE_METERS);
  if ("flaw" in checked) return checked;
  const { geometry } = checked;
  return geometry.type === "Point" ? { flaw: "not-an-area" } : { geometry };
}

function isNear(geometry: Point | Polygon | MultiPolygon, boundary: MultiPolygon): boolean {
  const plane = planeOf(boundary);
  const [west, south, east, north] = bboxOf(boundary);
  const [left, bottom] = project(plane, [west, south]);
  const [right, top] = project(plane, [east, north]);
  return positionsOf(geometry).every((position) => {
    const [x, y] = project(plane, position);
    const dx = Math.max(left - x, 0, x - right);
    const dy = Math.max(bottom - y, 0, y - top);
    return Math.hypot(dx, dy) <= NEAR_METERS;
  });
}
