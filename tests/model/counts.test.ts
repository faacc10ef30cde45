import { expect, test } from "vitest";
import { countsOf } from "#data/model/counts.ts";
import { addHousehold, PLAN, village } from "./coverage/village.ts";

test("counts are those of the community and of the plan asked for", () => {
  const bundle = village();
  addHousehold(bundle, "b1", null, { partyMembers: 2, partyStanding: "centre" });
  const community = {
    buildings: 4,
    households: 161,
    partyMembers: 2,
    partyCentreHouseholds: 1,
    compounds: 1,
  };
  expect(countsOf(bundle, PLAN)).toEqual({ ...community, grids: 2, microGrids: 4 });
  expect(countsOf(bundle, null)).toEqual({ ...community, grids: 0, microGrids: 0 });
});
