import { booleanValid } from "@turf/turf";
import { expect, test } from "vitest";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { fixture, LUJIAZUI, SENGKANG } from "./files.ts";

test("all 1,321 buildings of Lujiazui are usable, with names, streets and heights", () => {
  const reading = readFootprintFile(fixture(LUJIAZUI));
  expect(reading).toMatchObject({ features: 1321, kinds: { Polygon: 1321 }, skipped: [] });
  expect(reading.mapping).toEqual({
    number: "addr_housenumber",
    name: "name",
    street: "addr_street",
    height: "height",
    kind: "kind_detail",
  });
  expect(reading.buildings).toHaveLength(1321);
  expect(reading.buildings[0]).toMatchObject({
    name: "上海国际会议中心",
    number: "2727",
    address: "滨江大道2727号",
    heightMeters: 20,
    storeys: null,
  });
  expect(reading.buildings.every(({ geometry }) => booleanValid(geometry))).toBe(true);
  expect(reading.warnings.filter(({ kind }) => kind === "self-crossing")).toEqual([]);
});

test("the housing estate of Sengkang is read with its block numbers and storeys", () => {
  const reading = readFootprintFile(fixture(SENGKANG));
  expect(reading).toMatchObject({ features: 114, skipped: [], warnings: [] });
  expect(reading.mapping).toEqual({
    number: "addr:housenumber",
    name: "name",
    street: "addr:street",
    storeys: "building:levels",
    kind: "building",
  });
  const kinds = reading.buildings.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "parking")).toHaveLength(9);
  expect(reading.buildings.find(({ name }) => name === "417A")).toMatchObject({
    storeys: 23,
    kind: "tower",
    address: "417A Fernvale Link",
  });
});
