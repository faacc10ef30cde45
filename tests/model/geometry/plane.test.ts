import fc from "fast-check";
import { distance } from "@turf/turf";
import { expect, test } from "vitest";
import {
  planarArea,
  planarLength,
  planeAt,
  planeOf,
  project,
  unproject,
} from "#data/model/geometry/plane.ts";
import { point, polygon, rectangle } from "../cells/layouts.ts";

const longitude = fc.double({ min: 73, max: 135, noNaN: true });
const latitude = fc.double({ min: 3, max: 54, noNaN: true });
const meters = fc.double({ min: -3000, max: 3000, noNaN: true });

test("degrees come back from metres", () => {
  fc.assert(
    fc.property(longitude, latitude, meters, meters, (lon, lat, x, y) => {
      const plane = planeAt([lon, lat]);
      const [backX, backY] = project(plane, unproject(plane, x, y));
      expect(Math.hypot(backX - x, backY - y)).toBeLessThan(1e-7);
    }),
  );
});

test("metres agree with the great circle to half a percent", () => {
  fc.assert(
    fc.property(longitude, latitude, meters, meters, (lon, lat, x, y) => {
      fc.pre(Math.hypot(x, y) > 1);
      const far = unproject(planeAt([lon, lat]), x, y);
      const measured = distance([lon, lat], far, { units: "meters" });
      // The great circle is on a sphere, which is off the ellipsoid by up to 0.56 %.
      expect(measured / Math.hypot(x, y)).toBeGreaterThan(0.993);
      expect(measured / Math.hypot(x, y)).toBeLessThan(1.007);
    }),
  );
});

test("an area counts its holes off, a length its pieces together", () => {
  const court = polygon(rectangle(0, 0, 30, 20), rectangle(10, 5, 10, 10).reverse());
  const plane = planeOf(court);
  expect(planarArea(plane, court)).toBeCloseTo(500, 2);
  expect(planarArea(plane, { type: "MultiPolygon", coordinates: [court.coordinates] })).toBeCloseTo(
    500,
    2,
  );
  expect(planarArea(plane, point(1, 1))).toBe(0);
  expect(planarLength(plane, court.coordinates[0]!)).toBeCloseTo(100, 3);
});

test("the plane of a geometry without positions is still a plane", () => {
  const plane = planeOf({ type: "MultiPolygon", coordinates: [] });
  expect(project(plane, [0, 0])).toEqual([0, 0]);
});
