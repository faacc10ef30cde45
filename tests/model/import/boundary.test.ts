import { booleanPointInPolygon, pointToPolygonDistance } from "@turf/turf";
import fc from "fast-check";
import type { Point, Polygon } from "geojson";
import { expect, test } from "vitest";
import { boundaryAround } from "#data/model/import/boundary.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { signedArea } from "#data/model/import/rings.ts";
import { fixture, LUJIAZUI } from "./files.ts";

const point = (east: number, north: number): Point => ({
  type: "Point",
  coordinates: [121 + east, 31 + north],
});

function distanceInside(boundary: Polygon, { coordinates }: Point): number {
  return -pointToPolygonDistance(coordinates, boundary, { units: "meters", method: "geodesic" });
}

test("a boundary leaves the margin around every building, and little more at the outermost", () => {
  const places = fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 0.02, noNaN: true }),
      fc.double({ min: 0, max: 0.02, noNaN: true }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(places, (offsets) => {
      const points = offsets.map(([east, north]) => point(east, north));
      const boundary = boundaryAround(points, 30);
      const distances = points.map((one) => distanceInside(boundary, one));
      expect(Math.min(...distances)).toBeGreaterThan(29.8);
      expect(Math.min(...distances)).toBeLessThan(30.4);
    }),
  );
});

test("a boundary is closed, anticlockwise, convex enough, with seven decimals at most", () => {
  for (const points of [[point(0, 0)], [point(0, 0), point(0.01, 0)], [point(0, 0), point(0, 0)]]) {
    const [ring = []] = boundaryAround(points).coordinates;
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(signedArea(ring)).toBeGreaterThan(0);
    expect(JSON.stringify(ring)).not.toMatch(/\.\d{8}/);
  }
});

test("every corner of the real footprints lies within their boundary", () => {
  const { buildings } = readFootprintFile(fixture(LUJIAZUI));
  const boundary = boundaryAround(buildings.map(({ geometry }) => geometry));
  const corners = buildings.flatMap(({ geometry }) => (geometry as Polygon).coordinates[0] ?? []);
  expect(corners.every((corner) => booleanPointInPolygon(corner, boundary))).toBe(true);
});

test("there is no boundary around nothing", () => {
  expect(() => boundaryAround([])).toThrow(RangeError);
});
