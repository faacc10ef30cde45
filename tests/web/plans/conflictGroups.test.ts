import { expect, test } from "vitest";
import { applyChange } from "#data/model/planning/change.ts";
import { differenceOf } from "#data/model/planning/difference.ts";
import type { PlanningBuilding } from "#data/model/planning/ground.ts";
import { EMPTY_STATE } from "#data/model/planning/state.ts";
import { conflictGroups } from "#web/modes/plans/drafts/conflictGroups.ts";
import { drawableState } from "#web/modes/plans/propose/picture.ts";

const building = (id: string, name: string, entrances: string[] = []): PlanningBuilding => ({
  id,
  name,
  compoundId: "south",
  footprint: { type: "Point", coordinates: [0, 0] },
  facts: [],
  entrances: entrances.map((entrance) => ({ id: entrance, name: `${entrance}单元`, facts: [] })),
});
const ground = {
  buildings: [building("tower", "1号楼", ["a", "b", "c"]), building("house", "2号楼")],
  compounds: [{ id: "south", name: "南院" }],
};
const grid = { code: null, kind: "basic" as const, ordinal: 1, isLocked: false, outline: null };
const { state: theirs } = applyChange(EMPTY_STATE, {
  grids: [["g", { ...grid, name: "第一网格" }]],
  microGrids: [
    ["m", { gridId: "g", name: "微网格1", ordinal: 1, isLocked: false }],
    ["n", { gridId: "g", name: "微网格2", ordinal: 2, isLocked: false }],
  ],
  put: [
    ["tower", "m"],
    ["house", "m"],
  ],
});

test("two versions are told apart by the names of places, with what each says", () => {
  const { state: mine } = applyChange(theirs, {
    grids: [["g", { ...grid, name: "第一网格", isLocked: true }]],
    put: [
      ["house", "n"],
      ["tower", null],
    ],
  });
  const groups = conflictGroups(mine, theirs, differenceOf(theirs, mine), ground);
  expect(groups.map(({ kind, lines }) => [kind, lines.length])).toEqual([
    ["put", 2],
    ["grids", 1],
  ]);
  const house = groups[0]?.lines.find(({ id }) => id === "house");
  expect(house).toMatchObject({
    name: "南院 2号楼",
    mine: "第一网格 · 微网格2",
    theirs: "第一网格 · 微网格1",
  });
});

test("a tower that a proposal breaks is shown whole where most of it goes", () => {
  const { state } = applyChange(theirs, {
    broken: [["tower", true]],
    put: [
      ["tower", null],
      ["a", "n"],
      ["b", "n"],
      ["c", "m"],
    ],
  });
  const drawn = drawableState(state, theirs.broken, ground.buildings);
  expect(drawn.units.get("tower")).toBe("n");
  expect(drawn.broken).toBe(theirs.broken);
});
