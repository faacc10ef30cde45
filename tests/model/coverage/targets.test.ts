import { expect, test } from "vitest";
import type { RoundVisits } from "#data/model/inspections/visits.ts";
import { findingsOfKind } from "./asking.ts";
import { addPlace, positionOf, TODAY, village } from "./village.ts";

const target = (buildingId: string, visitedOn: string | null) => ({
  ...{ id: `t-${buildingId}`, type: "building" as const, placeId: null, buildingId, name: null },
  ...{ position: positionOf(buildingId), visitedOn },
});
const round = (startsOn: string, endsOn: string, targets: RoundVisits["targets"]) => ({
  ...{ id: "r", name: "楼道检查", targets },
  days: { startsOn, endsOn, repeats: "once" as const, endedOn: null },
});
const found = (rounds: RoundVisits[], places = new Map<string, string>()) =>
  findingsOfKind("target-not-inspected", village(), { visits: { places, rounds } });

test("what a running round did not visit is to look at while there is time, and to act on after", () => {
  const targets = [target("b1", null), target("b2", "2026-03-02"), target("gone", null)];
  expect(found([round("2026-03-01", TODAY, targets)])).toMatchObject([
    { id: "target-not-inspected:b1:r", severity: "look", state: "due", periodEndsOn: TODAY },
  ]);
  expect(found([round("2026-03-01", "2026-03-14", targets)])).toMatchObject([
    { subject: { type: "building", id: "b1", name: "1号楼" }, severity: "act", state: "late" },
  ]);
  expect(found([round("2026-03-16", "2026-03-31", targets)])).toEqual([]);
});

test("a small place was inspected when its row or its newest inspection says, whichever is later", () => {
  const bundle = village();
  addPlace(bundle, { id: "shop", inspectedOn: "2025-01-01" });
  const late = (day: string) =>
    findingsOfKind("place-not-inspected", bundle, {
      visits: { places: new Map([["shop", day]]), rounds: [] },
    }).map(({ inspectedOn }) => inspectedOn);
  expect(late("2026-03-10")).toEqual([]);
  expect(late("2026-01-10")).toEqual(["2026-01-10"]);
  expect(late("2024-01-10")).toEqual(["2025-01-01"]);
});
