import { expect, test } from "vitest";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import { FINDING_KINDS } from "#data/model/coverage/kinds.ts";
import { inputOf } from "./asking.ts";
import { addBuilding, addDuty, addHousehold, addPlace, assign, village } from "./village.ts";

test("totals count the community and its plan", () => {
  const bundle = village();
  addHousehold(bundle, "b1", "b1-e1", { residents: 2, partyMembers: 1, partyStanding: "member" });
  addHousehold(bundle, "b1", "b1-e1", { residents: 1, partyMembers: 2, partyStanding: "centre" });
  expect(coverageOf(inputOf(bundle)).totals).toMatchObject({
    buildings: 4,
    units: 4,
    households: 162,
    residents: 483,
    partyMembers: 3,
    partyHouseholds: 2,
    partyCentreHouseholds: 1,
    compounds: 1,
    grids: 2,
    microGrids: 4,
    uncovered: 0,
    doubled: 0,
    vacant: 0,
    act: 0,
    look: 0,
  });
});

test("totals count findings by severity and by kind, every kind among them", () => {
  const bundle = village();
  addBuilding(bundle, 5);
  assign(bundle, "b1", "m1");
  addDuty(bundle, { id: "second" });
  addPlace(bundle, { inspectedOn: null });
  bundle.duties = bundle.duties.filter(({ id }) => id !== "m1-leader");
  const { totals } = coverageOf(inputOf(bundle));
  expect(totals).toMatchObject({ uncovered: 1, doubled: 1, vacant: 2, act: 4, look: 1 });
  expect(Object.keys(totals.byKind)).toEqual([...FINDING_KINDS]);
  expect(totals.byKind["place-not-inspected"]).toBe(1);
});

test("findings come by kind, then by name as people count", () => {
  const bundle = village();
  for (const number of [10, 9, 11]) addBuilding(bundle, number);
  addDuty(bundle, { id: "second" });
  const { findings } = coverageOf(inputOf(bundle));
  expect(findings.map(({ subject }) => subject.name)).toEqual([
    "9号楼",
    "10号楼",
    "11号楼",
    "第1网格",
  ]);
});
