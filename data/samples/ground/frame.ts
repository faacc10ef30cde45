import type { LineString, Point, Polygon } from "geojson";
import { COORDINATE_DECIMALS } from "../../model/layers.ts";
import { type Line, type Ring, ringArea, type Spot, turned } from "./plane.ts";

/** Where a drawing lies on the earth: its centre, and how far its north is turned anticlockwise. */
export interface Frame {
  centre: readonly [lon: number, lat: number];
  rotationDegrees: number;
}

/** Metres in a degree at a latitude: the usual series on the WGS 84 ellipsoid, good to a centimetre. */
function metersPerDegree(lat: number): readonly [lon: number, lat: number] {
  const phi = (lat * Math.PI) / 180;
  return [
    111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  ];
}

const rounded = (degrees: number) => Number(degrees.toFixed(COORDINATE_DECIMALS));

/** A spot in WGS 84, longitude first, rounded as layers are. */
function toPosition(frame: Frame, spot: Spot): [number, number] {
  const [x, y] = turned(spot, frame.rotationDegrees);
  const [perLon, perLat] = metersPerDegree(frame.centre[1]);
  return [rounded(frame.centre[0] + x / perLon), rounded(frame.centre[1] + y / perLat)];
}

/** The inverse of {@link toPosition}, to a centimetre. */
export function toSpot(frame: Frame, [lon, lat]: readonly [number, number]): Spot {
  const [perLon, perLat] = metersPerDegree(frame.centre[1]);
  const unturned: Spot = [(lon - frame.centre[0]) * perLon, (lat - frame.centre[1]) * perLat];
  return turned(unturned, -frame.rotationDegrees);
}

export function toPoint(frame: Frame, spot: Spot): Point {
  return { type: "Point", coordinates: toPosition(frame, spot) };
}

export function toLineString(frame: Frame, line: Line): LineString {
  return { type: "LineString", coordinates: line.map((spot) => toPosition(frame, spot)) };
}

/** RFC 7946: the outer ring anticlockwise, holes clockwise, the first position repeated. */
export function toPolygon(frame: Frame, outer: Ring, holes: readonly Ring[] = []): Polygon {
  const closed = (ring: Ring, sign: number) => {
    const ordered = Math.sign(ringArea(ring)) === sign ? ring : [...ring].reverse();
    return [...ordered, ordered[0]!].map((spot) => toPosition(frame, spot));
  };
  return { type: "Polygon", coordinates: [closed(outer, 1), ...holes.map((r) => closed(r, -1))] };
}
