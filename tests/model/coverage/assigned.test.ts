import { expect, test } from "vitest";
import { coverageOf } from "#data/model/coverage/coverage.ts";
import { findingsOf, findingsOfKind, idsOf, inputOf } from "./asking.ts";
import { addBuilding, assign, unassign, village } from "./village.ts";

test("a village in good order has no findings", () => {
  expect(findingsOf(village())).toEqual([]);
});

test("a building without a row in the plan is uncovered", () => {
  const bundle = village();
  addBuilding(bundle, 5, 7);
  expect(findingsOf(bundle)).toEqual([
    {
      id: "unit-uncovered:b5",
      kind: "unit-uncovered",
      severity: "act",
      subject: { type: "building", id: "b5", name: "5号楼" },
      position: [116.005, 40],
      unitId: "b5",
      buildingId: "b5",
      households: 7,
      nearest: null,
    },
  ]);
});

test("an uncovered unit names the micro-grid that is proposed for it", () => {
  const bundle = village();
  addBuilding(bundle, 5);
  const nearestMicroGrid = new Map([["b5", "m2"]]);
  const [finding] = findingsOfKind("unit-uncovered", bundle, { nearestMicroGrid });
  const { id, name } = bundle.microGrids.find((microGrid) => microGrid.id === "m2")!;
  expect(finding?.nearest).toEqual({ id, name });
});

test("a row without a micro-grid, or with one of another plan, covers nothing", () => {
  const bundle = village();
  addBuilding(bundle, 5);
  addBuilding(bundle, 6);
  bundle.microGrids.push({ id: "old", planId: "former", gridId: "g1", name: "旧", ordinal: 1 });
  assign(bundle, "b5", null);
  assign(bundle, "b6", "old");
  expect(idsOf(findingsOf(bundle))).toEqual(["unit-uncovered:b5", "unit-uncovered:b6"]);
});

test("an entrance of a broken building is uncovered on its own", () => {
  const bundle = village();
  addBuilding(bundle, 5);
  assign(bundle, "b5-e1", "m1");
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding?.subject).toEqual({ type: "unit", id: "b5-e2", name: "5号楼 2单元" });
});

test("two rows for one unit double it, even into the same micro-grid", () => {
  const bundle = village();
  assign(bundle, "b1", "m2");
  assign(bundle, "b2", "m2");
  const doubled = findingsOfKind("unit-doubled", bundle);
  expect(idsOf(doubled)).toEqual(["unit-doubled:b1", "unit-doubled:b2"]);
  expect(doubled.map(({ microGridIds }) => microGridIds)).toEqual([
    ["m1", "m2"],
    ["m2", "m2"],
  ]);
});

test("a building assigned as a whole and by an entrance doubles that entrance only", () => {
  const bundle = village();
  assign(bundle, "b1-e2", "m2");
  const { findings, totals } = coverageOf(inputOf(bundle));
  expect(idsOf(findings)).toContain("unit-doubled:b1-e2");
  expect(totals).toMatchObject({ uncovered: 0, doubled: 1, units: 5 });
});

test("without a plan every building is uncovered and nothing else is missing", () => {
  const findings = findingsOf(village(), { planId: null });
  expect(idsOf(findings)).toEqual(["b1", "b2", "b3", "b4"].map((id) => `unit-uncovered:${id}`));
});

test("a building assigned though it stands outside the boundary is shown, not an alarm", () => {
  const unitsOutsideBoundary = new Set(["b1"]);
  const [finding, ...others] = findingsOf(village(), { unitsOutsideBoundary });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ id: "building-outside-boundary:b1", severity: "look" });
});

test("a building outside the boundary that nobody is assigned to is only uncovered", () => {
  const bundle = village();
  addBuilding(bundle, 5);
  const unitsOutsideBoundary = new Set(["b5"]);
  expect(idsOf(findingsOf(bundle, { unitsOutsideBoundary }))).toEqual(["unit-uncovered:b5"]);
});

test("a broken building outside the boundary is said once", () => {
  const bundle = village();
  unassign(bundle, "b1");
  assign(bundle, "b1-e1", "m1");
  assign(bundle, "b1-e2", "m1");
  const unitsOutsideBoundary = new Set(["b1-e1", "b1-e2"]);
  expect(idsOf(findingsOf(bundle, { unitsOutsideBoundary }))).toEqual([
    "building-outside-boundary:b1",
  ]);
});
