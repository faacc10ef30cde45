import type { Position } from "geojson";

/** Metres in a degree of longitude and of latitude around a latitude. */
export interface DegreeMeters {
  lon: number;
  lat: number;
}

/**
 * WGS 84, to a few centimetres in a kilometre at community size.
 * Source: series for the length of a degree, as in the former NGA calculator.
 */
export function degreeMeters(latitude: number): DegreeMeters {
  const phi = (latitude * Math.PI) / 180;
  return {
    lat: 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
    lon: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
  };
}

/**
 * Rough distance, good enough to tell the next street from the next town; the short way round the
 * earth.
 */
export function distanceMeters(a: Position, b: Position): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const scale = degreeMeters((ay + by) / 2);
  const turn = Math.abs(ax - bx);
  return Math.hypot(Math.min(turn, 360 - turn) * scale.lon, (ay - by) * scale.lat);
}

/** Middle of each axis by itself: half of the positions being wrong does not move it far. */
export function medianPosition(positions: readonly Position[]): Position {
  return [median(positions.map(([x = 0]) => x)), median(positions.map(([, y = 0]) => y))];
}

/** The lower of the two middle values; 0 of nothing. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
