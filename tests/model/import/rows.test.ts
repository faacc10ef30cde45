import { expect, test } from "vitest";
import { collection, feature, read, rows, square } from "./files.ts";

const first = (properties: Record<string, unknown>) => {
  const { buildings, warnings } = read(rows(properties));
  return { ...buildings[0], warnings: warnings.map(({ kind, value }) => [kind, value]) };
};

test("an estate's number is the name, the estate and the street are the address", () => {
  expect(first({ 楼号: "3", 小区名称: "晨光小区", 路名: "濉溪东路" })).toMatchObject({
    name: "3号楼",
    number: "3号楼",
    address: "濉溪东路 晨光小区",
  });
  expect(first({ 幢号: 7 })).toMatchObject({ name: "7幢", address: null });
});

test("a number on a street is the address; it is the name only where there is no other", () => {
  const street = { "addr:street": "滨江大道", "addr:housenumber": "2727" };
  expect(first({ ...street, name: "会议中心" })).toMatchObject({
    name: "会议中心",
    number: "2727",
    address: "滨江大道2727号",
  });
  expect(first({ "addr:street": "Fernvale Link", "addr:housenumber": "418C" })).toMatchObject({
    name: "418C",
    address: "418C Fernvale Link",
  });
});

test("storeys and heights are read with their units and in Chinese numerals", () => {
  expect(first({ 层数: "地上6层", height: "18.5 m" })).toMatchObject({
    storeys: 6,
    heightMeters: 18.5,
    warnings: [],
  });
  expect(first({ 层数: "十二层" }).storeys).toBe(12);
  expect(first({ 层数: "１８" }).storeys).toBe(18);
});

test("storeys that are no whole number are rounded, nonsense is dropped, both are said", () => {
  expect(first({ storeys: 15.8 })).toMatchObject({
    storeys: 16,
    warnings: [["storeys-rounded", "15.8"]],
  });
  const nonsense = read(rows(...[6, -3, 999, 5, 0, 0, 4].map((storeys) => ({ storeys }))));
  expect(nonsense.buildings.map(({ storeys }) => storeys)).toEqual([
    6,
    null,
    null,
    5,
    null,
    null,
    4,
  ]);
  expect(nonsense.warnings.map(({ row, kind }) => [row, kind])).toEqual([
    [2, "storeys-nonsense"],
    [3, "storeys-nonsense"],
  ]);
});

test("a height is kept without making storeys of it", () => {
  expect(first({ height: 29 })).toMatchObject({ storeys: null, heightMeters: 29, warnings: [] });
});

test("a height that is a number of storeys is dropped where storeys are known, else only said", () => {
  expect(first({ storeys: 18, height: 18 })).toMatchObject({
    storeys: 18,
    heightMeters: null,
    warnings: [["height-like-storeys", "18"]],
  });
  const unsure = read(rows({ height: 6 }, { height: 6 }, { height: 18 }));
  expect(unsure.warnings.map(({ kind }) => kind)).toEqual(Array(3).fill("height-like-storeys"));
  expect(unsure.buildings.map(({ heightMeters }) => heightMeters)).toEqual([6, 6, 18]);
});

test("what a building is used for becomes its kind", () => {
  const kinds = [
    { building: "apartments", "building:levels": 6 },
    { building: "apartments", "building:levels": 18 },
    { building: "yes", amenity: "school" },
    { building: "yes" },
    { building: "garage" },
    { building: "detached" },
    { building: "四合院" },
    { building: "底商" },
  ];
  expect(read(rows(...kinds)).buildings.map(({ kind }) => kind)).toEqual([
    ...["slab", "tower", "public", "other", "parking", "house", "courtyard", "shop"],
  ]);
});

test("buildings without name are numbered from west to east", () => {
  const file = collection(
    feature(square(3)),
    feature(square(1)),
    feature(square(2), { name: "甲" }),
    feature(square(0)),
  );
  expect(read(file).buildings.map(({ name, ordinal }) => [name, ordinal])).toEqual([
    [null, 3],
    [null, 2],
    ["甲", null],
    [null, 1],
  ]);
});

test("the same outline twice is one building, wherever the ring starts", () => {
  const [a, b, c, d] = square(0).coordinates[0] ?? [];
  const turned = { type: "Polygon", coordinates: [[c, d, a, b, c]] };
  const reading = read(
    collection(
      feature(square(0), { name: "甲" }),
      feature(turned, { name: "甲" }),
      feature(turned),
      feature(square(0), { name: "乙" }),
    ),
  );
  expect(reading.skipped.map(({ row, reason, otherRow }) => [row, reason, otherRow])).toEqual([
    [2, "duplicate", 1],
    [3, "duplicate", 1],
  ]);
  expect(reading.warnings).toEqual([{ row: 4, kind: "same-footprint", name: "乙", otherRow: 1 }]);
});

test("the same number in the same street is said, in whatever way it is written", () => {
  const reading = read(
    rows(
      { 楼号: "1号楼", 路名: "东街" },
      { 楼号: "一号楼", 路名: "东街" },
      { 楼号: "1栋", 路名: "西街" },
      { 楼号: "2幢", 路名: "东街" },
    ),
  );
  expect(reading.warnings).toEqual([
    { row: 2, kind: "same-number", name: "一号楼", otherRow: 1, value: "一号楼" },
  ]);
});

test("a building cut in two at a tile's edge is said once", () => {
  const [x, y] = [121.0002, 31];
  const east = {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x + 0.0003, y],
        [x + 0.0003, y + 0.0002],
        [x, y + 0.0002],
        [x, y],
      ],
    ],
  };
  const cut = (properties: Record<string, unknown>, other: Record<string, unknown>) =>
    read(collection(feature(square(0), properties), feature(east, other))).warnings;
  const warning = { row: 2, kind: "cut-in-two", otherRow: 1 };
  expect(cut({ name: "甲" }, { name: "甲" })).toEqual([{ ...warning, name: "甲" }]);
  expect(cut({ osm_id: 7 }, { osm_id: 7 })).toEqual([{ ...warning, name: null }]);
  expect(cut({ name: "甲" }, { name: "乙" })).toEqual([]);
});

test("a ring that was open and a crossing are said with the row's name", () => {
  const open = square(0).coordinates[0]?.slice(0, -1);
  const file = collection(feature({ type: "Polygon", coordinates: [open] }, { name: "甲" }));
  expect(read(file).warnings).toEqual([{ row: 1, kind: "ring-closed", name: "甲" }]);
});
