import { expect, test } from "vitest";
import { sizeFindings } from "#data/model/planning/figures/compliance.ts";
import type { FigureGround } from "#data/model/planning/figures/ground.ts";
import { figureLimits } from "#data/model/planning/figures/limits.ts";
import { recolour } from "#data/model/planning/stableColours.ts";

/** Units in a row, each next to the one before it; two compounds, the smaller one at the east end. */
const households = Float64Array.from([200, 200, 100, 100, 100, 50, 30]);
const compounds = Int32Array.from([0, 0, 1, 1, 2, 3, 3]);
const ground = {
  firsts: Int32Array.from([0, 1, 2, 3, 4, 5]),
  seconds: Int32Array.from([1, 2, 3, 4, 5, 6]),
  compoundOfUnit: compounds,
} as FigureGround;
const limits = { least: 100, ideal: 300, most: 500 };

function find(groups: number[], isBound = [true, true, true]) {
  return sizeFindings(ground, Int32Array.from(groups), {
    valueOfUnit: households,
    limits,
    isBound,
  });
}

test("who is over is told the nearest that can take its smallest compound", () => {
  const [over, under] = find([0, 0, 0, 0, 1, 2, 2]);
  expect(over).toMatchObject({ group: 0, kind: "over", value: 600, limit: 500, by: 100 });
  expect(over?.helper).toEqual({ group: 1, compound: 1 });
  expect(under).toMatchObject({ group: 2, kind: "under", value: 80, by: 20, helper: null });
});

test("dedicated grids keep no limits and help nobody; an empty one is said to be empty", () => {
  expect(find([0, 0, 0, 0, 1, 1, 1], [true, false, false])).toMatchObject([{ helper: null }]);
  expect(find([1, 1, -1, -1, 2, 2, 2])).toMatchObject([{ group: 0, kind: "empty" }]);
});

test("limits of the load are those of households at the mean load of one", () => {
  const settings = { gridHouseholds: [200, 500], microGridHouseholds: [30, 100] } as const;
  const totals = { households: 1000, load: 1500, groups: 3 };
  expect(figureLimits(settings, "grid", "load", totals)).toEqual({
    ...{ least: 300, ideal: 500, most: 750 },
  });
});

test("a group keeps its colour until a neighbour has the same", () => {
  const path = [[1], [0, 2], [1, 3], [2]];
  expect(recolour(path, [0, 1, 0, 1], 6)).toEqual([0, 1, 0, 1]);
  const after = recolour([[1, 2], [0, 2], [0, 1, 3], [2]], [0, 1, 0, -1], 6);
  expect(new Set(after.slice(0, 3)).size).toBe(3);
  expect([after[1], after[3] === after[2]]).toEqual([1, false]);
});
