import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { orient2d } from "robust-predicates";
import { degreeMeters } from "./ground.ts";
import { roundCoordinate } from "./rings.ts";

/** Corners of the polygon that stands for a circle of the margin. */
const CIRCLE_CORNERS = 32;

/**
 * A first boundary for buildings that came without one: their convex hull and a margin (WGS 84, RFC
 * 7946, 7 decimals). The hull of the corners' circles is the hull with rounded corners; it works
 * for one point as well. Throws RangeError for nothing.
 */
export function boundaryAround(
  geometries: readonly (Point | Polygon | MultiPolygon)[],
  marginMeters = 30,
): Polygon {
  const hull = convexHull(geometries.flatMap(outerCorners));
  const [first] = hull;
  if (!first) throw new RangeError("No geometry to draw a boundary around");
  const middle =
    (Math.min(...hull.map(([, y = 0]) => y)) + Math.max(...hull.map(([, y = 0]) => y))) / 2;
  const scale = degreeMeters(middle);
  // Around the circle, not inside it, so that no place has less than the margin.
  const radius = marginMeters / Math.cos(Math.PI / CIRCLE_CORNERS);
  const circles = hull.flatMap(([x = 0, y = 0]) =>
    Array.from({ length: CIRCLE_CORNERS }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / CIRCLE_CORNERS;
      const east = (radius * Math.cos(angle)) / scale.lon;
      const north = (radius * Math.sin(angle)) / scale.lat;
      return [roundCoordinate(x + east), roundCoordinate(y + north)];
    }),
  );
  const ring = convexHull(circles);
  return { type: "Polygon", coordinates: [[...ring, [...(ring[0] ?? [])]]] };
}

/** Middle of the extent. */
export function centreOf(geometry: Point | Polygon | MultiPolygon): Position {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of outerCorners(geometry)) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [(west + east) / 2, (south + north) / 2];
}

function outerCorners(geometry: Point | Polygon | MultiPolygon): Position[] {
  if (geometry.type === "Point") return [geometry.coordinates];
  if (geometry.type === "Polygon") return geometry.coordinates[0] ?? [];
  return geometry.coordinates.flatMap(([outer]) => outer ?? []);
}

/** Anticlockwise, open, no three corners in line. Source: Andrew's monotone chain (1979). */
function convexHull(positions: readonly Position[]): Position[] {
  const sorted = positions.toSorted(([ax = 0, ay = 0], [bx = 0, by = 0]) => ax - bx || ay - by);
  const lower = chain(sorted);
  const upper = chain(sorted.toReversed());
  return lower.length + upper.length > 2 ? [...lower.slice(0, -1), ...upper.slice(0, -1)] : lower;
}

function chain(sorted: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of sorted) {
    while (kept.length > 0 && !turnsLeft(kept.at(-2), kept.at(-1), position)) kept.pop();
    kept.push(position);
  }
  return kept;
}

/** With one corner only, whether the next is another place. */
function turnsLeft(a: Position | undefined, b: Position | undefined, c: Position): boolean {
  const [bx = 0, by = 0] = b ?? [];
  const [cx = 0, cy = 0] = c;
  if (!a) return bx !== cx || by !== cy;
  // robust-predicates count y downwards: its sign is the other way round.
  return orient2d(a[0] ?? 0, a[1] ?? 0, bx, by, cx, cy) < 0;
}
