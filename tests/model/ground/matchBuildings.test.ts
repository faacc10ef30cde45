import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import { changeBetween } from "#data/model/ground/buildingChange.ts";
import { matchBuildings } from "#data/model/ground/matchBuildings.ts";
import type { ReadBuilding } from "#data/model/import/reading.ts";

/** A block 40 m long and 11 m deep, so many metres east of the first. */
function block(eastMeters: number, lengthMeters = 40): Polygon {
  const west = 116 + eastMeters / 85_000;
  const east = west + lengthMeters / 85_000;
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, 40],
        [east, 40],
        [east, 40.0001],
        [west, 40.0001],
        [west, 40],
      ],
    ],
  };
}

const known = (id: string, name: string, eastMeters: number, compoundId: string | null = null) => ({
  ...{ id, name, compoundId, footprint: block(eastMeters) },
  ...{ address: null, storeys: 6, heightMeters: null },
});

const row = (name: string | null, geometry: Polygon): ReadBuilding => ({
  ...{ row: 1, name, ordinal: null, number: name, kind: "slab", address: null },
  ...{ storeys: 6, heightMeters: null, households: null, geometry },
});

function namesOf(matches: ReturnType<typeof matchBuildings>) {
  return {
    matched: matches.matched.map(({ known, building }) => `${known.name}=${building.name}`),
    fresh: matches.fresh.map(({ building }) => building.name),
    missing: matches.missing.map(({ name }) => name),
  };
}

test("what stands on the same ground is the same building, whatever it is called", () => {
  const matches = matchBuildings(
    [known("1", "1号楼", 0), known("2", "2号楼", 100)],
    [row("甲栋", block(3)), row("9号楼", block(200))],
    [],
  );
  expect(namesOf(matches)).toEqual({
    matched: ["1号楼=甲栋"],
    fresh: ["9号楼"],
    missing: ["2号楼"],
  });
});

test("a house built against another is a house of its own", () => {
  const matches = matchBuildings([known("1", "1号楼", 0)], [row("2号楼", block(40))], []);
  expect(namesOf(matches)).toEqual({ matched: [], fresh: ["2号楼"], missing: ["1号楼"] });
});

test("of two that claim one ground the same name decides", () => {
  const matches = matchBuildings(
    [known("1", "1号楼", 0), known("2", "2号楼", 15)],
    [row("2栋", block(4)), row("1幢", block(12))],
    [],
  );
  expect(namesOf(matches).matched.sort()).toEqual(["1号楼=1幢", "2号楼=2栋"]);
});

test("a building that was drawn elsewhere is found by its name within the compound", () => {
  const east = { id: "east", boundary: block(180, 200) };
  const matches = matchBuildings(
    [known("1", "1号楼", 0, "west"), known("2", "1号楼", 200, "east")],
    [row("1号楼", block(300))],
    [east],
  );
  expect(matches.matched.map(({ known }) => known.id)).toEqual(["2"]);
  expect(matches.missing.map(({ id }) => id)).toEqual(["1"]);
});

test("a name that two buildings bear matches neither by itself", () => {
  const matches = matchBuildings(
    [known("1", "1号楼", 0), known("2", "1号楼", 100)],
    [row("1号楼", block(200))],
    [],
  );
  expect(matches.matched).toEqual([]);
  expect(matches.fresh).toHaveLength(1);
});

test("a file brought in twice changes nothing; what it does not say stays", () => {
  const building = known("1", "3号楼", 0);
  expect(changeBetween(building, row("3栋", block(0)), 1)).toEqual({});
  expect(changeBetween(building, { ...row(null, block(0)), storeys: null }, 1)).toEqual({});
});

test("a shifted footprint tells by how much, another name what it is to be", () => {
  const change = changeBetween(known("1", "3号楼", 0), row("4号楼", block(10)), 0.6);
  expect(change).toMatchObject({ name: "4号楼", footprint: block(10) });
  expect(change.movedMeters).toBeCloseTo(10, 0);
});
