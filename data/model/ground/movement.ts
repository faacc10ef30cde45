import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { planeOf, positionsOf, project } from "../geometry/plane.ts";

type Footprint = Point | Polygon | MultiPolygon;

/** Degrees: about two centimetres, since what is drawn is rounded. */
const SAME_DEGREES = 2e-7;

/**
 * How far a footprint was shifted as it is, in degrees east and north; undefined where it was drawn
 * anew.
 */
export function shiftBetween(before: Footprint, after: Footprint): Position | undefined {
  const [from, to] = [positionsOf(before), positionsOf(after)];
  if (before.type !== after.type || from.length !== to.length) return undefined;
  const differences = to.map(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = from[index] ?? [];
    return [x - fromX, y - fromY];
  });
  const [east = 0, north = 0] = differences[0] ?? [];
  const isShift = differences.every(
    ([x = 0, y = 0]) => Math.abs(x - east) <= SAME_DEGREES && Math.abs(y - north) <= SAME_DEGREES,
  );
  return isShift ? [east, north] : undefined;
}

/** The footprint so many degrees east and north. */
export function shifted(footprint: Footprint, [east = 0, north = 0]: Position): Footprint {
  const move = ([x = 0, y = 0]: Position): Position => [x + east, y + north];
  switch (footprint.type) {
    case "Point":
      return { type: "Point", coordinates: move(footprint.coordinates) };
    case "Polygon":
      return {
        type: "Polygon",
        coordinates: footprint.coordinates.map((ring) => ring.map(move)),
      };
    case "MultiPolygon":
      return {
        type: "MultiPolygon",
        coordinates: footprint.coordinates.map((rings) => rings.map((ring) => ring.map(move))),
      };
  }
}

/** Metres between the middles of two footprints' positions. */
export function movedMeters(before: Footprint, after: Footprint): number {
  const plane = planeOf(before);
  const [ax, ay] = project(plane, middleOf(before));
  const [bx, by] = project(plane, middleOf(after));
  return Math.hypot(bx - ax, by - ay);
}

/** Middle of the extent. */
export function middleOf(footprint: Footprint): Position {
  const { longitude, latitude } = planeOf(footprint);
  return [longitude, latitude];
}
