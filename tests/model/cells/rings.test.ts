import { expect, test } from "vitest";
import { polygonsOfRings } from "#data/model/cells/polygons.ts";
import { chainRings } from "#data/model/cells/rings.ts";
import { problemsOf } from "./validity.ts";

type Place = [number, number];

/** Rings as drawn, the inside on the left, all of one group; equal places are one node. */
function chained(...drawn: Place[][]) {
  const keys = [...new Set(drawn.flat().map((place) => place.join()))];
  const nodeOf = (place: Place) => keys.indexOf(place.join());
  const starts = drawn.flatMap((ring) => ring.map(nodeOf));
  const ends = drawn.flatMap((ring) => ring.map((_, i) => nodeOf(ring[(i + 1) % ring.length]!)));
  const x = Float64Array.from(keys, (key) => Number(key.split(",")[0]));
  const y = Float64Array.from(keys, (key) => Number(key.split(",")[1]));
  const rings = chainRings({ starts, ends, groups: starts.map(() => 0), x, y });
  return { rings, ground: polygonsOfRings(rings, 1, x, y)[0]! };
}

function box(x: number, y: number, size: number): Place[] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
}

const hole = (x: number, y: number, size: number) => box(x, y, size).reverse();

test("two squares that meet at a corner are walked around one by one", () => {
  const { rings, ground } = chained(box(0, 0, 4), box(4, 4, 4));
  expect(new Set(rings.map(({ face }) => face)).size).toBe(2);
  expect(ground.coordinates).toHaveLength(2);
  expect(problemsOf(ground)).toEqual([]);
});

test("a hole at the corner where two squares meet stays in its own square", () => {
  for (const first of [box(0, 0, 4), box(4, 4, 4)]) {
    const second = first[0]![0] === 0 ? box(4, 4, 4) : box(0, 0, 4);
    const { ground } = chained(
      first,
      second,
      [
        [4, 4],
        [7, 5],
        [7, 7],
        [5, 7],
      ].reverse() as Place[],
    );
    const withHole = ground.coordinates.filter((polygon) => polygon.length === 2);
    expect(withHole).toHaveLength(1);
    expect(problemsOf(ground)).toEqual([]);
  }
});

test("a hole in an island in a hole belongs to the island", () => {
  const { ground } = chained(box(0, 0, 20), hole(2, 2, 16), box(4, 4, 12), hole(6, 6, 4));
  expect(ground.coordinates.map((polygon) => polygon.length)).toEqual([2, 2]);
  expect(problemsOf(ground)).toEqual([]);
});

test("holes that touch in a row are separate holes", () => {
  const { ground } = chained(box(0, 0, 20), hole(2, 2, 4), hole(6, 6, 4), hole(10, 10, 4));
  expect(ground.coordinates.map((polygon) => polygon.length)).toEqual([4]);
  expect(problemsOf(ground)).toEqual([]);
});

test("ground that a chain of holes cuts apart becomes two polygons", () => {
  const { ground } = chained(box(0, 0, 6), [
    [0, 0],
    [2, 4],
    [6, 6],
    [4, 2],
  ]);
  expect(ground.coordinates).toHaveLength(2);
  expect(problemsOf(ground)).toEqual([]);
});
