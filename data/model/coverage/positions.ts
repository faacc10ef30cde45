import type { MultiPolygon } from "geojson";
import type { LonLat, Unit } from "../units.ts";

/**
 * The position of the unit nearest to the mean of all, so that a camera sent there lands on a real
 * unit even if the units lie in a ring; undefined without units. WGS 84, longitude first.
 */
export function centreOf(units: readonly Unit[]): LonLat | undefined {
  let longitude = 0;
  let latitude = 0;
  for (const { position } of units) {
    longitude += position[0] / units.length;
    latitude += position[1] / units.length;
  }
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  let nearest: LonLat | undefined;
  let least = Infinity;
  for (const { position } of units) {
    const distance = Math.hypot((position[0] - longitude) * narrowing, position[1] - latitude);
    if (distance < least) [least, nearest] = [distance, position];
  }
  return nearest;
}

/** A last resort for a community that has no building yet. */
export function firstVertexOf(boundary: MultiPolygon): LonLat {
  const [longitude = 0, latitude = 0] = boundary.coordinates[0]?.[0]?.[0] ?? [];
  return [longitude, latitude];
}
