import { expect, test } from "vitest";
import { countByPlace, type PlacedHazard } from "#data/model/hazards/byPlace.ts";

const NOW = Date.parse("2026-03-05T12:00:00Z");
const hazard = (changes: Partial<PlacedHazard>): PlacedHazard => ({
  ...{ status: "assigned", clockStartsAt: "2026-03-01T00:00:00Z", dueAt: "2026-03-09T00:00:00Z" },
  ...{ gridId: "g1", microGridId: "m1", buildingId: "b1" },
  ...changes,
});

test("hazards count to the place whose ground they lie on, late ones told apart at the moment", () => {
  const late = { dueAt: "2026-03-05T11:59:00Z" };
  const hazards = [
    hazard({}),
    hazard(late),
    hazard({ ...late, status: "rectified", buildingId: "b2", microGridId: "m2" }),
    hazard({ gridId: null, microGridId: null, buildingId: null }),
  ];
  expect([...countByPlace(hazards, "grids", NOW)]).toEqual([["g1", { open: 3, overdue: 1 }]]);
  expect([...countByPlace(hazards, "buildings", NOW)]).toEqual([
    ["b1", { open: 2, overdue: 1 }],
    ["b2", { open: 1, overdue: 0 }],
  ]);
  const earlier = NOW - 3_600_000;
  expect(countByPlace(hazards, "micro-grids", earlier).get("m1")).toEqual({ open: 2, overdue: 0 });
});
