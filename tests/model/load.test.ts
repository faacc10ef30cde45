import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { loadOf } from "#data/model/load.ts";

test("load is the sum of what there is, each at the community's weight", () => {
  const facts = {
    households: 40,
    elderlyAlone: 3,
    disabled: 2,
    letDwellings: 4,
    floorsWithoutLift: 5,
    residents: 90,
    openHazards: 0,
    smallPlaces: 1,
  };
  expect(loadOf(facts, DEFAULT_SETTINGS.loadWeights)).toBe(40 + 3 + 2 + 2 + 2.5 + 1);
});
