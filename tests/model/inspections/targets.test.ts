import { expect, test } from "vitest";
import type { TargetChoice } from "#data/model/answers/rounds.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import { TARGET_TYPES } from "#data/model/inspections/kinds.ts";
import { findTarget, type TargetGround, targetsOf } from "#data/model/inspections/targets.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { unitsOf } from "#data/model/units.ts";
import {
  addHousehold,
  addPlace,
  assign,
  PLAN,
  positionOf,
  unassign,
  village,
} from "../coverage/village.ts";

const ROUND = "0190a000-0000-7000-8000-000000000001";

/** The village with its first building shared out between two grids by entrances. */
function ground(): TargetGround {
  const bundle = village();
  unassign(bundle, "b1");
  assign(bundle, "b1-e1", "m1");
  assign(bundle, "b1-e2", "m3");
  addHousehold(bundle, "b1", "b1-e2", { tags: ["elderly-alone"], headName: "不写出" });
  addPlace(bundle, { id: "eating", kind: "eating", buildingId: "b2" });
  addPlace(bundle, { id: "kiosk", kind: "shop", buildingId: null });
  const units = groupBy(unitsOf(bundle, PLAN, positionOf), ({ buildingId }) => buildingId);
  const microGridOf = new Map(bundle.planUnits.map((row) => [row.unitId, row.microGridId]));
  const gridOf = new Map(bundle.microGrids.map(({ id, gridId }) => [id, gridId]));
  return {
    bundle,
    unitsOfBuilding: (id) => units.get(id) ?? [],
    pointOf: positionOf,
    gridOfUnit: (unitId) => gridOf.get(microGridOf.get(unitId) ?? ""),
    unitAt: () => "b4",
  };
}

const things = (...choices: TargetChoice[]) =>
  targetsOf(ROUND, choices, ground()).map(
    ({ placeId, buildingId, dwellingId, name }) => dwellingId ?? placeId ?? buildingId ?? name,
  );

test("places are taken by their kinds, where grids are named only within them", () => {
  expect(things({ type: "places", kinds: ["eating", "shop"] })).toEqual(["eating", "kiosk"]);
  expect(things({ type: "places", kinds: ["eating", "shop"], gridIds: ["g2"] })).toEqual(["kiosk"]);
});

test("places are taken one by one, beside their kinds and wherever they are", () => {
  expect(things({ type: "places", placeIds: ["kiosk"] })).toEqual(["kiosk"]);
  const both = { kinds: ["shop" as const], gridIds: ["g2"], placeIds: ["eating"] };
  expect(things({ type: "places", ...both })).toEqual(["eating", "kiosk"]);
});

test("what a target is can be told by its id alone, for a visit that comes after it was left out", () => {
  const [target] = targetsOf(ROUND, [{ type: "places", placeIds: ["kiosk"] }], ground());
  expect(findTarget(ROUND, target!.id, ground())).toEqual(target);
  expect(findTarget("0190a000-0000-7000-8000-000000000002", target!.id, ground())).toBeUndefined();
});

test("buildings are all, those of grids they have a part in, of compounds, or the given ones", () => {
  expect(things({ type: "buildings" })).toEqual(["b1", "b2", "b3", "b4"]);
  expect(things({ type: "buildings", gridIds: ["g2"] })).toEqual(["b1", "b3", "b4"]);
  expect(things({ type: "buildings", compoundIds: ["c1"] })).toHaveLength(4);
  expect(things({ type: "buildings", buildingIds: ["b2"], gridIds: [] })).toEqual(["b2"]);
});

test("homes with a tag are found by their door and entrance, without anybody's name", () => {
  const choice = { type: "households" as const, tags: ["elderly-alone" as const] };
  const [home, ...others] = targetsOf(ROUND, [choice], ground());
  expect(others).toEqual([]);
  expect(home).toMatchObject({
    ...{ type: "household", unitId: "b1-e2", name: null },
    location: { coordinates: positionOf("b1-e2") },
  });
  expect(JSON.stringify(home)).not.toContain("不写出");
  expect(things({ ...choice, gridIds: ["g1"] })).toEqual([]);
});

test("what two choices mean is in a round once, with the same id whenever it is worked out", () => {
  const point = {
    name: "桥头",
    location: { type: "Point" as const, coordinates: positionOf("b9") },
  };
  const choices: TargetChoice[] = [
    { type: "buildings", buildingIds: ["b2"] },
    { type: "buildings" },
    { type: "points", points: [point, point] },
  ];
  const targets = targetsOf(ROUND, choices, ground());
  expect(targets).toHaveLength(5);
  expect(targets).toEqual(targetsOf(ROUND, choices, ground()));
  expect(targets.at(-1)).toMatchObject({ type: "point", name: "桥头", unitId: "b4" });
});

test("there is a list for every sort of target, no line stands twice, and all are in both languages", () => {
  expect(new Set(DEFAULT_CHECKLISTS.flatMap((list) => list.for))).toEqual(new Set(TARGET_TYPES));
  const lines = DEFAULT_CHECKLISTS.flatMap((list) => list.lines);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  for (const { text, textEn } of lines) expect(text && textEn).toBeTruthy();
});
