import type { Point, Polygon } from "geojson";
import { expect, test } from "vitest";
import { examineFootprints } from "#data/model/geometry/examine.ts";
import { realLayout } from "../cells/fixtures.ts";
import { point, polygon, rectangle } from "../cells/layouts.ts";

function found(...geometries: (Point | Polygon)[]): string[] {
  const footprints = geometries.map((geometry, i) => ({ id: "abc"[i]!, geometry }));
  return examineFootprints(footprints).map(({ footprintId, kind, otherId }) =>
    [footprintId, kind, otherId ?? ""].join(" ").trim(),
  );
}

const house = polygon(rectangle(0, 0, 20, 10));

test("footprints that stand apart have nothing wrong", () => {
  expect(found(house, polygon(rectangle(20.5, 0, 20, 10)), point(60, 5))).toEqual([]);
});

test("a common wall, a common corner, and a gap of a centimetre are touching", () => {
  expect(found(house, polygon(rectangle(20, 3, 20, 30)))).toEqual(["a touching b"]);
  expect(found(house, polygon(rectangle(20, 10, 20, 30)))).toEqual(["a touching b"]);
  expect(found(house, polygon(rectangle(20.01, 0, 20, 10)))).toEqual(["a touching b"]);
  expect(found(house, polygon(rectangle(19.99, 0, 20, 10)))).toEqual(["a touching b"]);
});

test("a common part is overlapping, with or without a corner inside", () => {
  expect(found(house, polygon(rectangle(15, 5, 20, 10)))).toEqual(["a overlapping b"]);
  expect(found(house, polygon(rectangle(8, -5, 4, 20)))).toEqual(["a overlapping b"]);
  expect(found(house, polygon(rectangle(10, 0, 20, 10)))).toEqual(["a overlapping b"]);
});

test("one inside another is nested, whichever comes first, at the wall or away from it", () => {
  expect(found(house, polygon(rectangle(5, 3, 4, 4)))).toEqual(["b nested a"]);
  expect(found(polygon(rectangle(5, 3, 4, 4)), house)).toEqual(["a nested b"]);
  expect(found(house, polygon(rectangle(5, 0, 4, 4)))).toEqual(["b nested a"]);
  expect(found(house, point(10, 5))).toEqual(["b nested a"]);
});

test("a building in another's court is not nested", () => {
  const court = polygon(rectangle(0, 0, 60, 60), rectangle(10, 10, 40, 40).reverse());
  expect(found(court, polygon(rectangle(20, 20, 20, 20)))).toEqual([]);
});

test("the same outline is identical, from any corner in either direction", () => {
  const again = polygon(
    rectangle(0, 0, 20, 10)
      .slice(2)
      .concat(rectangle(0, 0, 20, 10).slice(0, 2)),
  );
  expect(found(house, again)).toEqual(["a identical b"]);
  expect(found(house, polygon(rectangle(0, 0, 20, 10).reverse()))).toEqual(["a identical b"]);
  expect(found(point(5, 5), point(5, 5))).toEqual(["a identical b"]);
});

test("a ring that crosses itself or comes back to a corner is self-crossing", () => {
  const bow = polygon([
    [0, 0],
    [20, 20],
    [20, 0],
    [0, 30],
  ]);
  expect(found(bow)).toEqual(["a self-crossing"]);
  const eight = polygon([
    [0, 0],
    [10, 10],
    [20, 0],
    [20, 20],
    [10, 10],
    [0, 20],
  ]);
  expect(found(eight)).toEqual(["a self-crossing"]);
});

test("a line drawn as a polygon has no area", () => {
  const flat = polygon([
    [0, 0],
    [20, 0],
    [10, 0],
  ]);
  expect(found(flat)).toContain("a zero-area");
});

test("real footprints keep the problems that were found in them", () => {
  const problems = examineFootprints(realLayout("shanghai_lujiazui").footprints);
  const counts: Record<string, number> = {};
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1;
  expect(counts).toEqual({ touching: 89, nested: 15, overlapping: 19, identical: 1 });
});
