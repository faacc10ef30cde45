import { expect, test } from "vitest";
import { goalOf, missingIn, type Wish } from "#web/modes/plans/propose/wish.ts";

const WISH: Wish = {
  kind: "divide",
  by: "count",
  count: 6,
  size: [300, 500],
  hasMicroGrids: false,
  microGridSize: [30, 100],
  level: "grid",
  maxMoves: "least",
  beside: "fullest",
  leaving: null,
  keepsCompounds: true,
  keepsPartyGroups: false,
};
const ground = { loadPerHousehold: 1.5 };

test("households that are asked for become loads by what a household weighs", () => {
  expect(goalOf({ ...WISH, by: "size", hasMicroGrids: true }, ground)).toEqual({
    level: "grid",
    keepWhole: ["compound"],
    load: [450, 750],
    microGridLoad: [45, 150],
  });
});

test("a number of grids says nothing of their sizes", () => {
  const goal = { level: "grid", keepWhole: ["compound"], grids: 6 };
  expect(goalOf(WISH, ground)).toEqual(goal);
});

test("a wish is not asked before it says how many, how large and whose", () => {
  expect(missingIn({ ...WISH, count: NaN })).toBe("count");
  expect(missingIn({ ...WISH, by: "size", size: [500, 300] })).toBe("size");
  expect(missingIn({ ...WISH, kind: "rebalance", maxMoves: NaN })).toBe("count");
  expect(missingIn({ ...WISH, kind: "remove" })).toBe("leaving");
  expect(missingIn(WISH)).toBeNull();
});
