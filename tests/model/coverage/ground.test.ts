import { expect, test } from "vitest";
import { findingsOf, findingsOfKind, idsOf } from "./asking.ts";
import { addPlace, village } from "./village.ts";

test("a small place is inspected until the last day of the period", () => {
  const bundle = village();
  bundle.community.settings.inspectionPeriodDays = 31;
  addPlace(bundle, { id: "in-time", inspectedOn: "2026-02-12" });
  addPlace(bundle, { id: "late", inspectedOn: "2026-02-11" });
  expect(findingsOf(bundle)).toMatchObject([
    {
      id: "place-not-inspected:late",
      severity: "act",
      subject: { type: "place", name: "面馆" },
      position: [116.002, 40.001],
      inspectedOn: "2026-02-11",
      daysSince: 32,
      periodDays: 31,
    },
  ]);
});

test("a small place that was never inspected counts as not inspected", () => {
  const bundle = village();
  addPlace(bundle, { inspectedOn: null });
  expect(findingsOfKind("place-not-inspected", bundle)).toMatchObject([{ daysSince: null }]);
});

test("a service station is not inspected and never late", () => {
  const bundle = village();
  addPlace(bundle, { kind: "party-service-station", inspectedOn: null });
  expect(findingsOf(bundle)).toEqual([]);
});

test("every problem of a footprint is shown but touching, which is usual", () => {
  const footprintProblems = [
    { footprintId: "b1", kind: "touching", otherId: "b2" },
    { footprintId: "b1", kind: "self-crossing" },
    { footprintId: "b2", kind: "zero-area" },
    { footprintId: "b2", kind: "nested", otherId: "b3" },
  ] as const;
  expect(findingsOf(village(), { footprintProblems })).toMatchObject([
    { id: "footprint-problem:b1:self-crossing", severity: "look", otherId: null, otherName: null },
    { id: "footprint-problem:b2:nested:b3", problem: "nested", otherName: "3号楼" },
    { id: "footprint-problem:b2:zero-area" },
  ]);
});

test("a pair of footprints told from both sides is one finding", () => {
  const footprintProblems = [
    { footprintId: "b1", kind: "overlapping", otherId: "b2" },
    { footprintId: "b2", kind: "overlapping", otherId: "b1" },
  ] as const;
  expect(idsOf(findingsOf(village(), { footprintProblems }))).toEqual([
    "footprint-problem:b1:overlapping:b2",
  ]);
});
