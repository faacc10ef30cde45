import fc from "fast-check";
import type { LineString } from "geojson";
import { describe, expect, test } from "vitest";
import {
  isOpen,
  neighboursOf,
  partsOf,
  touchingGroups,
  type Adjacency,
} from "#data/model/cells/adjacency.ts";
import { tessellate, type Tessellation } from "#data/model/cells/tessellate.ts";
import { at, BOUNDARIES, layouts, point, polygon, rectangle } from "./layouts.ts";

const square = BOUNDARIES["square"]!;

function line(...places: [number, number][]): LineString {
  return { type: "LineString", coordinates: places.map(at) };
}

function pairOf({ firsts, seconds }: Adjacency, a: number, b: number): number {
  return firsts.findIndex((first, i) => first === a && seconds[i] === b);
}

/** Every two units with an edge between them, from the edges themselves. */
function meetings({ edgeLefts, edgeRights }: Tessellation): Set<string> {
  const met = new Set<string>();
  edgeLefts.forEach((left, edge) => {
    const [first, second] = [left, edgeRights[edge]!].toSorted((p, q) => p - q);
    if (first! >= 0) met.add(`${first} ${second}`);
  });
  return met;
}

/** Two slabs on either side of a street 20 m wide that runs north and south at x = 100. */
const slabs = [
  { id: "west", geometry: polygon(rectangle(60, 20, 30, 160)) },
  { id: "east", geometry: polygon(rectangle(110, 20, 30, 160)) },
];

describe("neighbours", () => {
  test("are listed once each, first before second, over a border of some length", () => {
    fc.assert(
      fc.property(layouts, ({ footprints, boundary }) => {
        const tessellation = tessellate(footprints, boundary);
        const adjacency = neighboursOf(tessellation, []);
        const { firsts, seconds, sharedMeters, openMeters, isExclave } = adjacency;
        const keys = Array.from(firsts, (first, i) => `${first} ${seconds[i]}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(meetings(tessellation));
        firsts.forEach((first, i) => {
          expect(first).toBeLessThan(seconds[i]!);
          expect(isExclave[first]! + isExclave[seconds[i]!]!).toBe(0);
          expect(sharedMeters[i]).toBeGreaterThan(0);
          expect(openMeters[i]).toBe(sharedMeters[i]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("share the length of the border between them", () => {
    const adjacency = neighboursOf(tessellate(slabs, square), []);
    expect(adjacency.firsts).toHaveLength(1);
    expect(adjacency.sharedMeters[0]).toBeCloseTo(200, 0);
  });

  test("are kept apart by a wall along the whole border", () => {
    const wall = line([100, -10], [100, 210]);
    const adjacency = neighboursOf(tessellate(slabs, square), [wall]);
    expect(adjacency.openMeters[0]).toBe(0);
    expect(isOpen(adjacency, 0)).toBe(false);
    expect(adjacency.sharedMeters[0]).toBeCloseTo(200, 0);
  });

  test("are kept apart by a wall that is nearer to one of them", () => {
    const wall = line([108, -10], [108, 210]);
    expect(isOpen(neighboursOf(tessellate(slabs, square), [wall]), 0)).toBe(false);
  });

  test.each([92, 100, 108])("meet through a gate of four metres in a wall at x = %i", (x) => {
    const walls = [line([x, -10], [x, 97]), line([x, 101], [x, 210])];
    const adjacency = neighboursOf(tessellate(slabs, square), walls);
    expect(adjacency.openMeters[0]).toBeGreaterThan(2);
    expect(adjacency.openMeters[0]).toBeLessThan(6);
    expect(isOpen(adjacency, 0)).toBe(true);
  });

  test("do not meet through a slit", () => {
    const walls = [line([100, -10], [100, 99.8]), line([100, 100], [100, 210])];
    expect(isOpen(neighboursOf(tessellate(slabs, square), walls), 0)).toBe(false);
  });

  test("do not meet beyond the boundary", () => {
    const footprints = [
      { id: "west arm", geometry: point(20, 180) },
      { id: "middle", geometry: point(100, 20) },
      { id: "east arm", geometry: point(180, 180) },
    ];
    const boundary = polygon([
      [0, 0],
      [200, 0],
      [200, 200],
      [160, 200],
      [160, 40],
      [40, 40],
      [40, 200],
      [0, 200],
    ]);
    const adjacency = neighboursOf(tessellate(footprints, boundary), []);
    expect(pairOf(adjacency, 0, 1)).toBeGreaterThanOrEqual(0);
    expect(pairOf(adjacency, 1, 2)).toBeGreaterThanOrEqual(0);
    expect(pairOf(adjacency, 0, 2)).toBe(-1);
  });
});

describe("parts of a group", () => {
  const row = [20, 60, 100, 140, 180].map((x, i) => ({ id: `${i}`, geometry: point(x, 100) }));

  test("are found, the largest first, across no other group", () => {
    const adjacency = neighboursOf(tessellate(row, square), []);
    expect(partsOf(adjacency, [0, 1, 0, 0, -1], 3)).toEqual([[[2, 3], [0]], [[1]], []]);
  });

  test("are cut by a barrier", () => {
    const river = line([80, -10], [80, 210]);
    const adjacency = neighboursOf(tessellate(row, square), [river]);
    expect(partsOf(adjacency, [0, 0, 0, 0, 0], 1)).toEqual([
      [
        [2, 3, 4],
        [0, 1],
      ],
    ]);
  });

  test("leave exclaves out", () => {
    const footprints = [...row, { id: "away", geometry: point(500, 500) }];
    const adjacency = neighboursOf(tessellate(footprints, square), []);
    expect(adjacency.isExclave[5]).toBe(1);
    expect(partsOf(adjacency, [0, 0, 0, 0, 0, 0], 1)).toEqual([[[0, 1, 2, 3, 4]]]);
  });

  test("touching groups are those that meet on the map, barrier or not", () => {
    const river = line([80, -10], [80, 210]);
    const adjacency = neighboursOf(tessellate(row, square), [river]);
    expect(touchingGroups(adjacency, [0, 0, 1, 2, -1], 3)).toEqual([[1], [0, 2], [1]]);
  });
});
