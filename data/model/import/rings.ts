import type { Position } from "geojson";
import { COORDINATE_DECIMALS } from "../layers.ts";
import { degreeMeters } from "./ground.ts";

/** Thinner than this is a line drawn back and forth, metres: no wall is. */
const MIN_THICKNESS_METERS = 0.05;
const ROUNDING = 10 ** COORDINATE_DECIMALS;

export type RingFlaw =
  "broken-geometry" | "off-earth" | "null-island" | "too-few-points" | "zero-area";

export type CleanRing =
  | { ring: Position[]; wasOpen: boolean }
  /** `example` is the position off the earth. */
  | { flaw: RingFlaw; example?: Position };

/**
 * A ring as RFC 7946 wants it: two numbers a position, 7 decimals at most, closed, no position
 * twice in a row, anticlockwise. Its flaw where it encloses nothing on earth. Crossings are left as
 * they are.
 */
export function cleanRing(raw: unknown): CleanRing {
  if (!Array.isArray(raw)) return { flaw: "broken-geometry" };
  const points: Position[] = [];
  for (const value of raw as unknown[]) {
    const read = readPosition(value);
    if ("flaw" in read) return read;
    const last = points.at(-1);
    if (!last || !isSame(last, read.position)) points.push(read.position);
  }
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return { flaw: "too-few-points" };
  const wasOpen = !isSame(first, last);
  if (!wasOpen) points.pop();
  if (points.length < 3) return { flaw: "too-few-points" };
  if (thicknessMeters(points) < MIN_THICKNESS_METERS) return { flaw: "zero-area" };
  if (signedArea(points) < 0) points.reverse();
  return { ring: [...points, [...(points[0] ?? [])]], wasOpen };
}

/** A position on earth, 2-D and rounded, or what is wrong with it. */
export function readPosition(
  value: unknown,
): { position: Position } | { flaw: RingFlaw; example?: Position } {
  if (!Array.isArray(value)) return { flaw: "broken-geometry" };
  const [x, y] = value as unknown[];
  if (typeof x !== "number" || typeof y !== "number") return { flaw: "broken-geometry" };
  if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return { flaw: "off-earth", example: [x, y] };
  if (x === 0 && y === 0) return { flaw: "null-island" };
  return { position: [roundCoordinate(x), roundCoordinate(y)] };
}

export function roundCoordinate(degrees: number): number {
  // Adding 0 turns -0, which JSON writes as 0, into what it will be read back as.
  return Math.round(degrees * ROUNDING) / ROUNDING + 0;
}

/**
 * Square degrees, positive anticlockwise; closed or open ring. Taken from its first corner to keep
 * the digits.
 */
export function signedArea(ring: readonly Position[]): number {
  const [[x0 = 0, y0 = 0] = []] = ring;
  let doubled = 0;
  let [px, py] = [0, 0];
  for (const [x = 0, y = 0] of ring) {
    doubled += px * (y - y0) - (x - x0) * py;
    px = x - x0;
    py = y - y0;
  }
  return doubled / 2;
}

export function areaSquareMeters(ring: readonly Position[]): number {
  const scale = degreeMeters(ring[0]?.[1] ?? 0);
  return Math.abs(signedArea(ring)) * scale.lon * scale.lat;
}

/**
 * Widest distance from the line between the first corner and the one farthest from it: a bow-tie
 * has no area, but width.
 */
function thicknessMeters(points: readonly Position[]): number {
  const [[x0 = 0, y0 = 0] = []] = points;
  const scale = degreeMeters(y0);
  let [farX, farY, length] = [0, 0, 0];
  for (const [lon = 0, lat = 0] of points) {
    const [x, y] = [(lon - x0) * scale.lon, (lat - y0) * scale.lat];
    const distance = Math.hypot(x, y);
    if (distance > length) [farX, farY, length] = [x, y, distance];
  }
  let widest = 0;
  for (const [lon = 0, lat = 0] of points) {
    const [x, y] = [(lon - x0) * scale.lon, (lat - y0) * scale.lat];
    widest = Math.max(widest, Math.abs(farX * y - x * farY) / length);
  }
  return length === 0 ? 0 : widest;
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
