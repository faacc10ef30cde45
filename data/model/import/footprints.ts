import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { crossesItself } from "./crossings.ts";
import { isObject } from "./values.ts";
import { areaSquareMeters, cleanRing, readPosition, type RingFlaw } from "./rings.ts";

/**
 * Nothing above this is one building, square metres: the largest under one roof cover less than
 * half of it.
 */
const MAX_FOOTPRINT_SQUARE_METERS = 1_000_000;

export type FootprintFlaw = RingFlaw | "no-geometry" | "not-an-area" | "larger-than-a-building";
export type FootprintNote = "self-crossing" | "ring-closed" | "part-dropped";

export type Footprint =
  | { geometry: Point | Polygon | MultiPolygon; notes: FootprintNote[] }
  /** `example` is the position off the earth. */
  | { flaw: FootprintFlaw; example?: Position };

/**
 * What a row's geometry says about the ground of one building, ready to be stored: areas closed,
 * right-handed, 2-D, self-crossings kept and noted; a point where there is nothing but a point.
 * Lines are no footprints.
 */
export function readFootprint(
  geometry: unknown,
  mostSquareMeters = MAX_FOOTPRINT_SQUARE_METERS,
): Footprint {
  if (geometry === null || geometry === undefined) return { flaw: "no-geometry" };
  const parts = partsOf(geometry);
  if (parts.polygons.length > 0) return readAreas(parts.polygons, mostSquareMeters);
  const [point] = parts.points;
  if (parts.points.length === 1 && point !== undefined && !parts.hasLines) {
    const read = readPosition(point);
    if ("flaw" in read) return read;
    return { geometry: { type: "Point", coordinates: read.position }, notes: [] };
  }
  if (parts.hasLines || parts.points.length > 0) return { flaw: "not-an-area" };
  return { flaw: parts.isKnown ? "no-geometry" : "broken-geometry" };
}

interface Parts {
  polygons: unknown[];
  points: unknown[];
  hasLines: boolean;
  isKnown: boolean;
}

/**
 * Collections inside collections are taken apart without recursion: a file may nest them as deep as
 * it likes.
 */
function partsOf(geometry: unknown): Parts {
  const parts: Parts = { polygons: [], points: [], hasLines: false, isKnown: true };
  const waiting = [geometry];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const { type, coordinates, geometries } = isObject(next) ? next : {};
    const list = Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
    if (type === "Polygon" && list.length > 0) parts.polygons.push(list);
    else if (type === "MultiPolygon") for (const part of list) parts.polygons.push(part);
    else if (type === "Point" && list.length > 0) parts.points.push(list);
    else if (type === "MultiPoint") for (const point of list) parts.points.push(point);
    else if (type === "LineString" || type === "MultiLineString") parts.hasLines = true;
    else if (type === "GeometryCollection" && Array.isArray(geometries)) {
      for (const inner of (geometries as unknown[]).toReversed()) waiting.push(inner);
    } else if (type !== "Polygon" && type !== "Point") parts.isKnown = false;
  }
  return parts;
}

function readAreas(polygons: readonly unknown[], mostSquareMeters: number): Footprint {
  const notes = new Set<FootprintNote>();
  const areas: Position[][][] = [];
  let firstFlaw: Footprint | undefined;
  let squareMeters = 0;
  for (const polygon of polygons) {
    const area = readArea(polygon, notes);
    if ("flaw" in area) {
      // A part that lies elsewhere says that the numbers are wrong; one that is nothing can be left
      // out.
      if (area.flaw === "off-earth" || area.flaw === "null-island") return area;
      firstFlaw ??= area;
      continue;
    }
    areas.push(area.rings);
    squareMeters += areaSquareMeters(area.rings[0] ?? []);
  }
  const [first] = areas;
  if (!first) return firstFlaw ?? { flaw: "no-geometry" };
  if (squareMeters > mostSquareMeters) return { flaw: "larger-than-a-building" };
  if (firstFlaw) notes.add("part-dropped");
  const geometry: Polygon | MultiPolygon =
    areas.length === 1
      ? { type: "Polygon", coordinates: first }
      : { type: "MultiPolygon", coordinates: areas };
  return { geometry, notes: [...notes] };
}

function readArea(
  polygon: unknown,
  notes: Set<FootprintNote>,
): { rings: Position[][] } | { flaw: RingFlaw; example?: Position } {
  if (!Array.isArray(polygon)) return { flaw: "broken-geometry" };
  const rings: Position[][] = [];
  for (const raw of polygon as unknown[]) {
    const read = cleanRing(raw);
    if ("flaw" in read) {
      const isHole = rings.length > 0;
      if (!isHole || read.flaw === "off-earth" || read.flaw === "null-island") return read;
      notes.add("part-dropped");
      continue;
    }
    if (read.wasOpen) notes.add("ring-closed");
    if (crossesItself(read.ring)) notes.add("self-crossing");
    rings.push(rings.length === 0 ? read.ring : read.ring.toReversed());
  }
  return rings.length > 0 ? { rings } : { flaw: "too-few-points" };
}
