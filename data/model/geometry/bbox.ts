import type { Geometry, Position } from "geojson";

/** West, south, east, north, in the units of the coordinates. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** The smallest box about some geometries; inverted infinities when they hold no position. */
export function bboxOf(...geometries: readonly Geometry[]): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) stretch(box, geometry);
  return box;
}

function stretch(box: Bbox, geometry: Geometry): void {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) stretch(box, part);
  } else {
    visit(box, geometry.coordinates);
  }
}

function visit(
  box: Bbox,
  coordinates: Position | Position[] | Position[][] | Position[][][],
): void {
  const [first] = coordinates;
  if (typeof first !== "number") {
    for (const part of coordinates as Position[]) visit(box, part);
    return;
  }
  const [x = NaN, y = NaN] = coordinates as Position;
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}
