import type { Geometry, Position } from "geojson";

/** Twice the sums would do, but halves are areas: square degrees, positive for anticlockwise rings. */
export function signedArea(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    const [x0 = 0, y0 = 0] = ring[index]!;
    const [x1 = 0, y1 = 0] = ring[index + 1]!;
    sum += (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
  }
  return sum / 2;
}

/** In square degrees; holes are taken off since they turn the other way. */
export function areaOf(geometry: Geometry): number {
  if (geometry.type === "Polygon") {
    return geometry.coordinates.reduce((sum, ring) => sum + signedArea(ring), 0);
  }
  if (geometry.type !== "MultiPolygon") return 0;
  return geometry.coordinates.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
}
