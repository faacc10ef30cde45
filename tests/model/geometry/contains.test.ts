import fc from "fast-check";
import { booleanPointInPolygon, feature } from "@turf/turf";
import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { contains } from "#data/model/geometry/contains.ts";
import { at, BOUNDARIES, point, polygon, rectangle } from "../cells/layouts.ts";

const place = fc.tuple(
  fc.double({ min: -20, max: 220, noNaN: true }),
  fc.double({ min: -20, max: 220, noNaN: true }),
);

test("it agrees with another implementation, holes and several parts included", () => {
  fc.assert(
    fc.property(place, fc.constantFrom(...Object.values(BOUNDARIES)), (where, boundary) => {
      const position = at(where);
      expect(contains(boundary, position)).toBe(
        booleanPointInPolygon(position, feature(boundary as Polygon)),
      );
    }),
  );
});

test("a point contains nothing, a court not its middle", () => {
  expect(contains(point(1, 1), at([1, 1]))).toBe(false);
  const court = polygon(rectangle(0, 0, 30, 30), rectangle(10, 10, 10, 10).reverse());
  expect(contains(court, at([15, 15]))).toBe(false);
  expect(contains(court, at([5, 15]))).toBe(true);
});
