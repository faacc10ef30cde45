import { expect, test } from "vitest";
import { findingsOf, findingsOfKind, idsOf } from "./asking.ts";
import {
  addBuilding,
  addHousehold,
  assign,
  grid,
  microGrid,
  outlineAround,
  unassign,
  village,
} from "./village.ts";

test("a grid below or above the community's limits is shown with its size", () => {
  const bundle = village();
  bundle.community.settings.gridHouseholds = [81, 100];
  expect(findingsOfKind("grid-too-small", bundle)).toMatchObject([
    { id: "grid-too-small:g1", severity: "look", households: 80, min: 81, max: 100 },
    { id: "grid-too-small:g2" },
  ]);
  bundle.community.settings.gridHouseholds = [10, 79];
  expect(idsOf(findingsOf(bundle))).toEqual(["grid-too-large:g1", "grid-too-large:g2"]);
});

test("a size exactly on a limit is within it", () => {
  const bundle = village();
  bundle.community.settings.gridHouseholds = [80, 80];
  bundle.community.settings.microGridHouseholds = [40, 40];
  expect(findingsOf(bundle)).toEqual([]);
});

test("a micro-grid outside the limits is shown with its grid", () => {
  const bundle = village();
  for (let count = 0; count < 2; count++) addHousehold(bundle, "b2", null);
  bundle.community.settings.microGridHouseholds = [41, 41];
  expect(findingsOfKind("micro-grid-too-large", bundle)).toMatchObject([
    { id: "micro-grid-too-large:m2", gridId: "g1", gridName: "第1网格", households: 42 },
  ]);
  expect(findingsOfKind("micro-grid-too-small", bundle)).toHaveLength(3);
});

test("a dedicated grid and its micro-grids have no size", () => {
  const bundle = village();
  bundle.grids = [grid(1, { kind: "dedicated" }), grid(2)];
  bundle.community.settings.gridHouseholds = [500, 900];
  bundle.community.settings.microGridHouseholds = [500, 900];
  expect(idsOf(findingsOf(bundle))).toEqual([
    "grid-too-small:g2",
    "micro-grid-too-small:m3",
    "micro-grid-too-small:m4",
  ]);
});

test("where no household is known no size is judged", () => {
  const bundle = village();
  bundle.households = [];
  bundle.dwellings = [];
  expect(findingsOf(bundle)).toEqual([]);
});

test("each part of a grid beside its largest is cut off", () => {
  const bundle = village();
  for (const number of [5, 6, 7]) {
    addBuilding(bundle, number);
    assign(bundle, `b${number}`, "m1");
  }
  const partsOfGrid = new Map([["g1", [["b1", "b2"], ["b6", "b5"], ["b7"]]]]);
  expect(findingsOf(bundle, { partsOfGrid })).toMatchObject([
    { id: "grid-cut-off:g1:b5", subject: { id: "g1" }, unitIds: ["b6", "b5"] },
    { id: "grid-cut-off:g1:b7", position: [116.007, 40] },
  ]);
});

test("an exclave outside the boundary is no cut-off part, be it the largest", () => {
  const partsOfGrid = new Map([["g1", [["b1"], ["b2"]]]]);
  const unitsOutsideBoundary = new Set(["b1"]);
  expect(idsOf(findingsOf(village(), { partsOfGrid, unitsOutsideBoundary }))).toEqual([
    "building-outside-boundary:b1",
  ]);
});

test("a grid and a micro-grid without units are empty, and nothing else", () => {
  const bundle = village();
  bundle.grids.push(grid(3));
  bundle.microGrids.push(microGrid(5, "g3"), microGrid(6, "g1"));
  const findings = findingsOf(bundle);
  expect(idsOf(findings)).toEqual(["grid-empty:g3", "micro-grid-empty:m5", "micro-grid-empty:m6"]);
  expect(findings.every(({ position }) => position.every(Number.isFinite))).toBe(true);
});

test("a plan that agrees with the official outlines gives no finding", () => {
  const bundle = village();
  bundle.grids = [
    grid(1, { outline: outlineAround(1, 2) }),
    grid(2, { outline: outlineAround(3, 4) }),
  ];
  expect(findingsOf(bundle)).toEqual([]);
});

test("a building that another grid's outline contains disagrees with the plan", () => {
  const bundle = village();
  bundle.grids = [grid(1, { outline: outlineAround(1, 3) }), grid(2)];
  expect(findingsOf(bundle)).toMatchObject([
    { id: "outline-disagrees:b3", severity: "look", gridId: "g2", outlineGridIds: ["g1"] },
  ]);
});

test("a building that its own grid's outline leaves out disagrees with the plan", () => {
  const bundle = village();
  bundle.grids = [grid(1, { outline: outlineAround(1, 1) }), grid(2)];
  expect(findingsOf(bundle)).toMatchObject([
    { id: "outline-disagrees:b2", gridId: "g1", outlineGridIds: [] },
  ]);
});

test("an unassigned building disagrees with no outline", () => {
  const bundle = village();
  bundle.grids = [grid(1, { outline: outlineAround(1, 2) }), grid(2)];
  unassign(bundle, "b1");
  expect(findingsOfKind("outline-disagrees", bundle)).toEqual([]);
});
