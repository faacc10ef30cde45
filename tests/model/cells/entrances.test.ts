import fc from "fast-check";
import type { MultiPolygon, Point, Polygon } from "geojson";
import { expect, test } from "vitest";
import { cutByEntrances } from "#data/model/cells/entrances.ts";
import { planarArea } from "#data/model/geometry/plane.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { realLayout } from "./fixtures.ts";
import { layouts, PLANE, point, polygon, rectangle } from "./layouts.ts";
import { problemsOf } from "./validity.ts";

function asMulti(geometry: Polygon | MultiPolygon): MultiPolygon {
  return geometry.type === "MultiPolygon"
    ? geometry
    : { type: "MultiPolygon", coordinates: [geometry.coordinates] };
}

function longitudes(shares: (Point | Polygon | MultiPolygon)[]): number[] {
  return shares.map((share) => representativePoint(share)[0]);
}

test("shares of a slab are equal and run from its west end", () => {
  const slab = polygon(rectangle(0, 0, 60, 12));
  const shares = cutByEntrances(slab, 4);
  expect(shares).toHaveLength(4);
  for (const share of shares) expect(planarArea(PLANE, share)).toBeCloseTo(180, 6);
  const found = longitudes(shares);
  expect(found).toEqual(found.toSorted((p, q) => p - q));
});

test("shares of a slab that runs north and south begin in the south", () => {
  const shares = cutByEntrances(polygon(rectangle(0, 0, 12, 60)), 3);
  const latitudes = shares.map((share) => representativePoint(share)[1]);
  expect(latitudes).toEqual(latitudes.toSorted((p, q) => p - q));
});

test("shares add up to the footprint, are equal and valid, whatever its shape", () => {
  fc.assert(
    fc.property(layouts, fc.integer({ min: 2, max: 9 }), ({ footprints }, count) => {
      for (const { geometry } of footprints) {
        const shares = cutByEntrances(geometry, count);
        expect(shares).toHaveLength(count);
        if (shares[0]!.type === "Point") continue;
        const whole = planarArea(PLANE, geometry);
        for (const share of shares) {
          expect(planarArea(PLANE, share)).toBeCloseTo(whole / count, 5);
          if (share.type !== "Point") expect(problemsOf(asMulti(share))).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("real footprints are cut as exactly", () => {
  for (const { geometry } of realLayout("singapore_sengkang_hdb").footprints) {
    const shares = cutByEntrances(geometry, 5);
    const total = shares.reduce((sum, share) => sum + planarArea(PLANE, share), 0);
    expect(total / planarArea(PLANE, geometry)).toBeCloseTo(1, 9);
    for (const share of shares) {
      expect(share.type).not.toBe("Point");
      if (share.type !== "Point") expect(problemsOf(asMulti(share))).toEqual([]);
    }
  }
});

test("a building known as a point, or without area, gives points in a row from the west", () => {
  const flat = polygon([
    [0, 0],
    [10, 0],
    [5, 0],
  ]);
  for (const geometry of [point(10, 10), flat]) {
    const shares = cutByEntrances(geometry, 3);
    expect(shares.map(({ type }) => type)).toEqual(["Point", "Point", "Point"]);
    const found = longitudes(shares);
    expect(new Set(found).size).toBe(3);
    expect(found).toEqual(found.toSorted((p, q) => p - q));
  }
});

test("one entrance keeps the footprint as it is", () => {
  const slab = polygon(rectangle(0, 0, 60, 12));
  expect(cutByEntrances(slab, 1)).toEqual([slab]);
});
