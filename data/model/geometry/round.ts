import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { contains } from "./contains.ts";
import { polygonsOf, signedArea } from "./plane.ts";

/**
 * Coordinates cut to so many decimals, as files and layers carry them. Rings that collapse are dropped, and with an
 * outer ring its holes; null where nothing is left. Where rounding pinches ground together, a multi-polygon gets one
 * polygon more; a polygon has no room for that and keeps the pinch.
 */
export function roundGeometry<G extends Point | Polygon | MultiPolygon>(
  geometry: G,
  decimals: number,
): G | null {
  const scale = 10 ** decimals;
  const round = (position: Position) => position.map((value) => Math.round(value * scale) / scale);
  if (geometry.type === "Point") return { ...geometry, coordinates: round(geometry.coordinates) };
  const polygons = polygonsOf(geometry).flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => withoutSpikes(ring.map(round)));
    if (!outer || outer.length < 4) return [];
    return [[outer, ...holes.filter((hole) => hole.length >= 4)]];
  });
  if (polygons.length === 0) return null;
  return geometry.type === "Polygon"
    ? { ...geometry, coordinates: polygons[0] }
    : { ...geometry, coordinates: polygons.flatMap(unpinched) };
}

/** Splits rings that pass a place twice. Loops that turn like an outer ring become polygons, the others holes. */
function unpinched(rings: Position[][]): Position[][][] {
  const loops = rings.flatMap(loopsOf);
  if (loops.length === rings.length) return [rings];
  const outers = loops.filter((loop) => signedArea(loop) > 0).map((loop) => [loop]);
  for (const hole of loops.filter((loop) => signedArea(loop) < 0)) {
    const owner = outers.find(([outer]) => holds(outer!, hole)) ?? outers[0];
    owner?.push(hole);
  }
  return outers;
}

function holds(outer: Position[], hole: Position[]): boolean {
  const place = hole.find((position) => !outer.some((corner) => isSame(corner, position)));
  return place !== undefined && contains({ type: "Polygon", coordinates: [outer] }, place);
}

/** Closed ring in, closed rings out, none of which passes a place twice; loops without area are left out. */
function loopsOf(ring: Position[]): Position[][] {
  const loops: Position[][] = [];
  const path: Position[] = [];
  const placeOf = new Map<string, number>();
  for (const position of ring) {
    const place = placeOf.get(position.join());
    if (place !== undefined) {
      const loop = path.splice(place);
      for (const corner of loop) placeOf.delete(corner.join());
      if (loop.length > 2) loops.push([...loop, loop[0]!]);
    }
    placeOf.set(position.join(), path.length);
    path.push(position);
  }
  return loops;
}

/** Rounding can make neighbours equal and fold a narrow corner flat; both go. Closed ring in, closed ring out. */
function withoutSpikes(ring: Position[]): Position[] {
  const kept: Position[] = [];
  for (const position of ring.slice(0, -1)) {
    kept.push(position);
    while (kept.length > 1) {
      if (isSame(kept.at(-1), kept.at(-2))) kept.pop();
      else if (kept.length > 2 && isSame(kept.at(-1), kept.at(-3))) kept.length -= 2;
      else break;
    }
  }
  let start = 0;
  while (kept.length - start > 1) {
    if (isSame(kept.at(-1), kept[start])) kept.pop();
    else if (isSame(kept.at(-1), kept[start + 1])) start++;
    else if (isSame(kept.at(-2), kept[start])) kept.pop();
    else break;
  }
  const open = kept.slice(start);
  return open.length < 3 ? [] : [...open, open[0]!];
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
