import { expect, test } from "vitest";
import type { Adjacency } from "#data/model/cells/adjacency.ts";
import { nearestMicroGrids } from "#data/model/ground/nearestMicroGrids.ts";
import type { LonLat } from "#data/model/units.ts";

type Border = [first: number, second: number, openMeters: number];

function adjacencyOf(count: number, borders: Border[]): Adjacency {
  return {
    firsts: Int32Array.from(borders, ([first]) => first),
    seconds: Int32Array.from(borders, ([, second]) => second),
    sharedMeters: Float64Array.from(borders, () => 50),
    openMeters: Float64Array.from(borders, ([, , open]) => open),
    isExclave: new Uint8Array(count),
  };
}

/** Units a, b, c … from west to east, 100 m apart. */
function row(...names: string[]) {
  return names.map((id, index) => {
    const position: LonLat = [116 + index * 0.001, 40];
    return { id, position };
  });
}

test("a new unit goes to the neighbour with the longest open border, added up over its units", () => {
  const units = row("a", "new", "c", "d");
  const adjacency = adjacencyOf(4, [
    [0, 1, 30],
    [1, 2, 20],
    [1, 3, 20],
  ]);
  const microGridOf = new Map([
    ["a", "west"],
    ["c", "east"],
    ["d", "east"],
  ]);
  expect(nearestMicroGrids({ units, adjacency, microGridOf })).toEqual(new Map([["new", "east"]]));
});

test("no border counts that a barrier runs along", () => {
  const units = row("a", "other", "new", "d");
  const adjacency = adjacencyOf(4, [[0, 2, 0.5]]);
  const microGridOf = new Map([
    ["a", "west"],
    ["d", "east"],
  ]);
  expect(nearestMicroGrids({ units, adjacency, microGridOf }).get("new")).toBe("east");
});

test("a unit among uncovered ones takes the nearest unit's micro-grid", () => {
  const units = row("a", "new1", "new2", "new3", "e", "f");
  const adjacency = adjacencyOf(6, [
    [1, 2, 10],
    [2, 3, 10],
  ]);
  const microGridOf = new Map([
    ["a", "west"],
    ["f", "east"],
  ]);
  const nearest = nearestMicroGrids({ units, adjacency, microGridOf });
  expect(nearest.get("new1")).toBe("west");
  expect(nearest.get("new3")).toBe("east");
});

test("nothing is proposed where no unit has a micro-grid", () => {
  const units = row("a", "b");
  const adjacency = adjacencyOf(2, [[0, 1, 10]]);
  expect(nearestMicroGrids({ units, adjacency, microGridOf: new Map() })).toEqual(new Map());
});
