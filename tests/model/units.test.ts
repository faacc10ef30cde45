import fc from "fast-check";
import { expect, test } from "vitest";
import { unitsOf } from "#data/model/units.ts";
import {
  addBuilding,
  addHousehold,
  addPlace,
  assign,
  emptyVillage,
  PLAN,
  positionOf,
} from "./coverage/village.ts";

test("a building is one unit until the plan names an entrance of it", () => {
  const bundle = emptyVillage();
  addBuilding(bundle, 1, 3);
  addBuilding(bundle, 2, 3);
  assign(bundle, "b1", null);
  assign(bundle, "b2-e2", null);
  const units = unitsOf(bundle, PLAN, positionOf);
  expect(units.map(({ id, name, households }) => [id, name, households])).toEqual([
    ["b1", "1号楼", 3],
    ["b2-e1", "2号楼 1单元", 2],
    ["b2-e2", "2号楼 2单元", 1],
  ]);
  expect(units[2]).toMatchObject({
    buildingId: "b2",
    entranceId: "b2-e2",
    position: [116.002, 40.0002],
  });
});

test("a building that another plan breaks stays whole in this one", () => {
  const bundle = emptyVillage();
  addBuilding(bundle, 1);
  assign(bundle, "b1-e1", null);
  expect(unitsOf(bundle, "draft", positionOf)).toHaveLength(1);
  expect(unitsOf(bundle, null, positionOf)).toHaveLength(1);
});

test("a unit sums its households", () => {
  const bundle = emptyVillage();
  addBuilding(bundle, 1);
  addHousehold(bundle, "b1", "b1-e1", { residents: 2, partyMembers: 1, partyStanding: "member" });
  addHousehold(bundle, "b1", "b1-e2", { residents: 4, partyMembers: 2, partyStanding: "centre" });
  expect(unitsOf(bundle, null, positionOf)).toMatchObject([
    { households: 2, residents: 6, partyMembers: 3, centreHouseholds: 1 },
  ]);
});

test("a household without an entrance goes to the first entrance of a broken building", () => {
  const bundle = emptyVillage();
  addBuilding(bundle, 1);
  assign(bundle, "b1-e2", null);
  addHousehold(bundle, "b1", null);
  const units = unitsOf(bundle, PLAN, positionOf);
  expect(units.map(({ households }) => households)).toEqual([1, 0]);
});

test("load counts those who need a visit, lets, stairs without a lift and small places", () => {
  const bundle = emptyVillage();
  const building = addBuilding(bundle, 1);
  bundle.community.settings.loadWeights = {
    resident: 0,
    openHazard: 0,
    household: 1,
    elderlyAlone: 10,
    disabled: 100,
    letDwelling: 1000,
    floorWithoutLift: 10_000,
    smallPlace: 1_000_000,
  };
  addHousehold(bundle, "b1", "b1-e1", { tags: ["elderly-alone", "disabled"] });
  addHousehold(bundle, "b1", "b1-e2");
  bundle.dwellings[0]!.use = "let";
  addPlace(bundle, { buildingId: "b1" });
  addPlace(bundle, { buildingId: "b1", kind: "police-point" });
  // Two stairs of five floors above the ground floor.
  expect(unitsOf(bundle, null, positionOf)[0]?.load).toBe(1_101_112);
  building.hasLift = true;
  expect(unitsOf(bundle, null, positionOf)[0]?.load).toBe(1_001_112);
});

test("where storeys are unknown the highest dwelling tells them", () => {
  const bundle = emptyVillage();
  const building = addBuilding(bundle, 1, 1);
  bundle.community.settings.loadWeights.household = 0;
  building.storeys = null;
  bundle.dwellings[0]!.floor = 4;
  expect(unitsOf(bundle, null, positionOf)[0]?.load).toBe(2 * 3 * 0.5);
});

test("breaking a building changes no sum", () => {
  const household = fc.record({
    entranceId: fc.constantFrom("b1-e1", "b1-e2", null),
    residents: fc.nat(5),
    tags: fc.subarray(["elderly-alone", "disabled"] as const),
  });
  fc.assert(
    fc.property(fc.array(household, { maxLength: 8 }), (households) => {
      const bundle = emptyVillage();
      addBuilding(bundle, 1);
      for (const { entranceId, ...facts } of households) {
        addHousehold(bundle, "b1", entranceId, { ...facts, tags: [...facts.tags] });
      }
      addPlace(bundle, { buildingId: "b1" });
      const [whole] = unitsOf(bundle, PLAN, positionOf);
      assign(bundle, "b1-e1", null);
      const broken = unitsOf(bundle, PLAN, positionOf);
      for (const key of ["households", "residents", "load"] as const) {
        expect(broken.reduce((sum, unit) => sum + unit[key], 0)).toBe(whole?.[key]);
      }
    }),
  );
});
