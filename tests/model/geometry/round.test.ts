import fc from "fast-check";
import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { roundGeometry } from "#data/model/geometry/round.ts";
import { problemsOf } from "../cells/validity.ts";

const triangle: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [0.00000004, 0],
      [1, 0],
      [1, 1.123456789],
      [0.00000004, 0],
    ],
  ],
};

test("coordinates are cut to the decimals asked for", () => {
  expect(roundGeometry(triangle, 7)!.coordinates[0]).toEqual([
    [0, 0],
    [1, 0],
    [1, 1.1234568],
    [0, 0],
  ]);
  expect(roundGeometry({ type: "Point", coordinates: [1.26, 2.24] }, 1)!.coordinates).toEqual([
    1.3, 2.2,
  ]);
});

test("rings that collapse are dropped, an outer one with its holes", () => {
  const speck = triangle.coordinates[0]!.map((position) => position.map((value) => value / 1000));
  const large = triangle.coordinates[0]!;
  expect(roundGeometry({ type: "Polygon", coordinates: [speck, large] }, 2)).toBeNull();
  expect(
    roundGeometry({ type: "Polygon", coordinates: [large, speck] }, 2)!.coordinates,
  ).toHaveLength(1);
  const both = { type: "MultiPolygon" as const, coordinates: [[speck], [large]] };
  expect(roundGeometry(both, 2)!.coordinates).toHaveLength(1);
  expect(roundGeometry({ type: "MultiPolygon", coordinates: [[speck]] }, 2)).toBeNull();
});

test("a spike that rounding folds flat goes", () => {
  const spiked: Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1.001, 5],
        [1.002, 0],
        [2, 0],
        [2, 2],
        [0, 0],
      ],
    ],
  };
  expect(roundGeometry(spiked, 1)!.coordinates[0]).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [2, 2],
    [0, 0],
  ]);
});

test("a neck that rounding pinches parts a multi-polygon in two", () => {
  const ring = [
    [0, 0],
    [1, 0.96],
    [2, 0],
    [2, 2],
    [1, 1.04],
    [0, 2],
    [0, 0],
  ];
  const rounded = roundGeometry({ type: "MultiPolygon", coordinates: [[ring]] }, 1)!;
  expect(rounded.coordinates).toHaveLength(2);
  expect(problemsOf(rounded)).toEqual([]);
});

test("what is left is closed and repeats no position in a row", () => {
  const value = fc.double({ min: 0, max: 0.4, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 3 }), (places) => {
      const ring = [...places, places[0]!].map((place) => [...place]);
      const rounded = roundGeometry({ type: "Polygon", coordinates: [ring] }, 1);
      for (const kept of rounded?.coordinates ?? []) {
        expect(kept.length).toBeGreaterThanOrEqual(4);
        expect(kept.at(-1)).toEqual(kept[0]);
        kept.slice(1).forEach((position, i) => expect(position).not.toEqual(kept[i]));
      }
    }),
  );
});
