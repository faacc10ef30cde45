import fc from "fast-check";
import { expect, test } from "vitest";
import { contains } from "#data/model/geometry/contains.ts";
import { planarArea } from "#data/model/geometry/plane.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { realLayout } from "../cells/fixtures.ts";
import { at, layouts, PLANE, point, polygon, rectangle } from "../cells/layouts.ts";

test("it lies inside every footprint that has area", () => {
  fc.assert(
    fc.property(layouts, ({ footprints }) => {
      for (const { geometry } of footprints) {
        const position = representativePoint(geometry);
        expect(position.every(Number.isFinite)).toBe(true);
        // A bow's lobes cancel in the area; its corners do not.
        if (planarArea(PLANE, geometry) > 0.1) expect(contains(geometry, position)).toBe(true);
      }
    }),
  );
});

test("it lies inside every real footprint", () => {
  for (const name of ["shanghai_lujiazui", "singapore_sengkang_hdb"] as const) {
    for (const { geometry } of realLayout(name).footprints) {
      expect(contains(geometry, representativePoint(geometry))).toBe(true);
    }
  }
});

test("it is the middle of a slab, off the middle of a court, and inside a crossing ring", () => {
  const [longitude, latitude] = representativePoint(polygon(rectangle(0, 0, 60, 12)));
  expect(longitude).toBeCloseTo(at([30, 6])[0]!, 9);
  expect(latitude).toBeCloseTo(at([30, 6])[1]!, 9);
  const court = polygon(rectangle(0, 0, 30, 30), rectangle(5, 5, 20, 20).reverse());
  expect(contains(court, representativePoint(court))).toBe(true);
  const bow = polygon([
    [0, 0],
    [20, 20],
    [20, 0],
    [0, 20],
  ]);
  expect(contains(bow, representativePoint(bow))).toBe(true);
});

test("without area it is a corner, and of a point the point", () => {
  const flat = polygon([
    [0, 0],
    [20, 0],
    [9, 0],
  ]);
  expect(representativePoint(flat)[1]).toBeCloseTo(at([9, 0])[1]!, 12);
  expect(representativePoint(point(3, 4))).toEqual(at([3, 4]));
});
