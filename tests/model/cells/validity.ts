import type { MultiPolygon, Position } from "geojson";
import { orient2d } from "robust-predicates";

interface Segment {
  a: Position;
  b: Position;
}

/**
 * What is wrong with a geometry under OGC Simple Features 6.1.11 and 6.1.14, and RFC 7946 on directions; empty if it is
 * valid. By brute force and exact predicates on the very numbers, apart from the code it judges.
 */
export function problemsOf({ coordinates }: MultiPolygon): string[] {
  const problems: string[] = [];
  const rings = coordinates.flat();
  rings.forEach((ring, i) =>
    problems.push(...ringProblems(ring).map((text) => `ring ${i} ${text}`)),
  );
  coordinates.forEach((polygon, i) => {
    const [outer, ...holes] = polygon;
    if (areaOf(outer!) <= 0) problems.push(`polygon ${i} turns clockwise`);
    for (const hole of holes) {
      if (areaOf(hole) >= 0) problems.push(`a hole of polygon ${i} turns counter-clockwise`);
      if (!isWithin(hole, outer!)) problems.push(`a hole of polygon ${i} is outside it`);
      if (holes.some((other) => other !== hole && isWithin(hole, other))) {
        problems.push(`a hole of polygon ${i} is inside another`);
      }
    }
    if (isCutApart(polygon)) problems.push(`the inside of polygon ${i} is not connected`);
    coordinates.forEach((other, j) => {
      if (i === j || !isWithin(outer!, other[0]!)) return;
      if (!other.slice(1).some((hole) => isWithin(outer!, hole))) {
        problems.push(`polygon ${i} lies in polygon ${j}`);
      }
    });
  });
  return [...problems, ...crossings(rings)];
}

function ringProblems(ring: Position[]): string[] {
  const problems: string[] = [];
  if (ring.length < 4) problems.push("is too short");
  if (key(ring[0]!) !== key(ring.at(-1)!)) problems.push("is not closed");
  const places = ring.slice(1).map(key);
  if (new Set(places).size < places.length) problems.push("passes a place twice");
  return problems;
}

/** Segments may meet at ends, and an end may lie on another segment; nothing more. */
function crossings(rings: Position[][]): string[] {
  const segments = rings.flatMap((ring) =>
    ring.slice(1).map((b, i): Segment => ({ a: ring[i]!, b })),
  );
  const problems: string[] = [];
  segments.sort((p, q) => west(p) - west(q));
  segments.forEach((p, i) => {
    for (let j = i + 1; j < segments.length && west(segments[j]!) <= east(p); j++) {
      const q = segments[j]!;
      if (south(q) > north(p) || south(p) > north(q)) continue;
      const [pa, pb] = [turn(q.a, q.b, p.a), turn(q.a, q.b, p.b)];
      const [qa, qb] = [turn(p.a, p.b, q.a), turn(p.a, p.b, q.b)];
      if (pa * pb < 0 && qa * qb < 0) problems.push(`segments cross at ${key(p.a)}`);
      const isCollinear = pa === 0 && pb === 0;
      if (isCollinear && overlap(p, q)) problems.push(`segments run together at ${key(p.a)}`);
    }
  });
  return problems;
}

function overlap(p: Segment, q: Segment): boolean {
  const axis = Math.abs(p.b[0]! - p.a[0]!) > Math.abs(p.b[1]! - p.a[1]!) ? 0 : 1;
  const low = (s: Segment) => Math.min(s.a[axis]!, s.b[axis]!);
  const high = (s: Segment) => Math.max(s.a[axis]!, s.b[axis]!);
  return Math.min(high(p), high(q)) > Math.max(low(p), low(q));
}

/** Rings that touch in a circle (two rings at two places, or three at three) cut the inside apart. */
function isCutApart(polygon: Position[][]): boolean {
  const root = new Map<string, string>();
  const find = (name: string): string => {
    const up = root.get(name) ?? name;
    return up === name ? name : find(up);
  };
  const places = polygon.map((ring) => new Set(ring.map(key)));
  for (const [i, ring] of places.entries()) {
    for (const place of ring) {
      if (!places.some((other, j) => j !== i && other.has(place))) continue;
      const [a, b] = [find(`ring ${i}`), find(place)];
      if (a === b) return true;
      root.set(a, b);
    }
  }
  return false;
}

/** Whether a ring lies in another one, by a corner that is not on it. */
function isWithin(ring: Position[], outer: Position[]): boolean {
  const corners = new Set(outer.map(key));
  const place = ring.find((position) => !corners.has(key(position)));
  if (!place) return Math.abs(areaOf(ring)) < Math.abs(areaOf(outer));
  return isInRing(place, outer);
}

export function isInRing([x = 0, y = 0]: Position, ring: Position[]): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    if (a[1]! > y === b[1]! > y) continue;
    if (turn(a, b, [x, y]) > 0 === b[1]! > a[1]!) isInside = !isInside;
  }
  return isInside;
}

/** Inside, or on the outline as near as numbers in degrees can say (10⁻¹² degrees are a ten-thousandth of a millimetre). */
export function isInOrOnGround([x = 0, y = 0]: Position, ground: MultiPolygon): boolean {
  if (isInGround([x, y], ground)) return true;
  return ground.coordinates.flat().some((ring) =>
    ring.slice(1).some((b, i) => {
      const a = ring[i]!;
      const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
      const t = ((x - a[0]!) * dx + (y - a[1]!) * dy) / (dx * dx + dy * dy);
      const place = Math.max(0, Math.min(1, t));
      return Math.hypot(a[0]! + place * dx - x, a[1]! + place * dy - y) < 1e-12;
    }),
  );
}

export function isInGround(position: Position, { coordinates }: MultiPolygon): boolean {
  return coordinates.some(
    ([outer, ...holes]) =>
      isInRing(position, outer!) && !holes.some((hole) => isInRing(position, hole)),
  );
}

/** Shoelace in square degrees, about the first corner. */
function areaOf(ring: Position[]): number {
  const [x, y] = [ring[0]![0]!, ring[0]![1]!];
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    doubled += (a[0]! - x) * (b[1]! - y) - (b[0]! - x) * (a[1]! - y);
  }
  return doubled / 2;
}

/** In square degrees. */
export function groundArea({ coordinates }: MultiPolygon): number {
  return coordinates.flat().reduce((sum, ring) => sum + areaOf(ring), 0);
}

const key = (position: Position) => `${position[0]},${position[1]}`;
const turn = (a: Position, b: Position, c: Position) =>
  -orient2d(a[0]!, a[1]!, b[0]!, b[1]!, c[0]!, c[1]!);
const west = ({ a, b }: Segment) => Math.min(a[0]!, b[0]!);
const east = ({ a, b }: Segment) => Math.max(a[0]!, b[0]!);
const south = ({ a, b }: Segment) => Math.min(a[1]!, b[1]!);
const north = ({ a, b }: Segment) => Math.max(a[1]!, b[1]!);
