import { expect, test } from "vitest";
import { read, rows } from "./files.ts";

const mappingOf = (...properties: Record<string, unknown>[]) => read(rows(...properties)).mapping;

test("columns are counted with what is filled, how many differ, and examples", () => {
  const reading = read(
    rows(
      { 楼号: "1", 备注: null, 层数: 6 },
      { 楼号: "2", 备注: " ", 层数: 6 },
      { 楼号: "3", 备注: "NULL", 层数: null },
      { 楼号: "4", extra: { a: 1 } },
    ),
  );
  expect(reading.columns).toEqual([
    { name: "楼号", filled: 4, distinct: 4, examples: ["1", "2", "3"] },
    { name: "备注", filled: 0, distinct: 0, examples: [] },
    { name: "层数", filled: 2, distinct: 1, examples: ["6"] },
    { name: "extra", filled: 1, distinct: 0, examples: [] },
  ]);
});

test("OpenStreetMap's tags are recognised with colons and with underscores", () => {
  const expected = (separator: string) => ({
    [`addr${separator}housenumber`]: "8",
    [`addr${separator}street`]: "滨江大道",
    [`building${separator}levels`]: "6",
    height: "18",
    name: "海关大楼",
    building: "apartments",
    "building:flats": "36",
  });
  for (const separator of [":", "_"]) {
    expect(mappingOf(expected(separator))).toEqual({
      number: `addr${separator}housenumber`,
      street: `addr${separator}street`,
      storeys: `building${separator}levels`,
      height: "height",
      name: "name",
      kind: "building",
      households: "building:flats",
    });
  }
});

test("names of Chinese tables and of cut dBASE headers are recognised", () => {
  expect(
    mappingOf({
      栋号: "3",
      楼栋名称: "幸福楼",
      地上层数: "6层",
      楼高: 18.2,
      户数: 24,
      路名: "濉溪东路",
    }),
  ).toEqual({
    number: "栋号",
    name: "楼栋名称",
    storeys: "地上层数",
    height: "楼高",
    households: "户数",
    street: "路名",
  });
  expect(mappingOf({ addr_house: "8", building_l: 6, NAME: "甲", Floor: 6 })).toEqual({
    number: "addr_house",
    storeys: "Floor",
    name: "NAME",
  });
});

test("a column whose values speak against its name is not chosen, nor one with nothing in it", () => {
  expect(mappingOf({ 层数: "砖混", floors: 6 })).toEqual({ storeys: "floors" });
  expect(mappingOf({ name: null, 名称: "甲" }, { name: "", 名称: "乙" })).toEqual({ name: "名称" });
  expect(mappingOf({ 层数: null })).toEqual({});
});

test("a column of any name full of building numbers holds the numbers", () => {
  expect(mappingOf({ BZ: "1幢" }, { BZ: "12幢" }, { BZ: "A座" })).toEqual({ number: "BZ" });
});

test("a person's choice goes before the guess, and null takes a role away", () => {
  const file = rows({ 楼号: "1", 编号: "X7", 层数: 6, height: 18 });
  const reading = read(file, { number: "编号", height: null, name: "没有这一列" });
  expect(reading.mapping).toEqual({ number: "编号", storeys: "层数" });
  expect(reading.buildings[0]).toMatchObject({ name: "X7", storeys: 6, heightMeters: null });
});

test("a property called like a part of the language is only a property", () => {
  const text = JSON.stringify(rows({ name: "甲", PROTO: "x", constructor: "y" }));
  const reading = read(text.replace("PROTO", "__proto__"));
  expect(reading.columns.map(({ name }) => name)).toEqual(["name", "__proto__", "constructor"]);
});
