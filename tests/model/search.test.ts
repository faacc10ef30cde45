import fc from "fast-check";
import { expect, test } from "vitest";
import {
  buildSearchIndex,
  compareNatural,
  search,
  type SearchEntry,
  type SearchType,
} from "#data/model/search.ts";

let made = 0;
function entry(type: SearchType, name: string, detail = "", keywords: string[] = []): SearchEntry {
  made += 1;
  return { type, id: `id-${made}`, name, detail, keywords, position: [113.5, 37.8] };
}

const index = buildSearchIndex([
  entry("building", "10号楼", "晨光小区"),
  entry("building", "2号楼", "晨光小区", ["桃北东街12号"]),
  entry("building", "1栋", "新源小区"),
  entry("building", "11号楼", "晨光小区"),
  entry("building", "418C", "418C Fernvale Link"),
  entry("building", "28号院", "四环胡同"),
  entry("compound", "晨光小区"),
  entry("grid", "第一网格", "新源社区"),
  entry("person", "李明", "网格员 · 第一网格"),
  entry("place", "红旗小卖部", "桃北东街"),
  entry("street", "桃北东街"),
]);
const names = (query: string, limit = 20) => search(index, query, limit).map(({ name }) => name);

test("a building is found in whatever way its number is written", () => {
  for (const query of ["1号楼", "一号楼", "1幢", "1栋", "１栋", "01号楼", "1#"]) {
    expect(names(query)[0], query).toBe("1栋");
  }
  for (const query of ["418c", "４１８Ｃ", "Blk 418C", "418C号楼"]) {
    expect(names(query), query).toEqual(["418C"]);
  }
});

test("an exact match comes before a beginning, a word's start and the middle of a word", () => {
  // The street bears the name, the building's address begins with it, the shop's detail is it.
  expect(names("桃北东街")).toEqual(["桃北东街", "红旗小卖部", "2号楼"]);
  expect(names("晨光小区")[0]).toBe("晨光小区");
  expect(names("1号楼")).toEqual(["1栋", "11号楼"]);
});

test("equally good matches come in natural order", () => {
  expect(names("号楼").slice(0, 5)).toEqual(["1栋", "2号楼", "10号楼", "11号楼", "418C"]);
  expect(names("晨光 号楼")).toEqual(["2号楼", "10号楼", "11号楼"]);
});

test("every word must stand somewhere in an entry", () => {
  expect(names("晨光 10")).toEqual(["10号楼"]);
  expect(names("10栋　晨光小区")).toEqual(["10号楼"]);
  expect(names("晨光 28号院")).toEqual([]);
});

test("an estate and a number written together are found", () => {
  expect(names("晨光10号楼")).toEqual(["10号楼"]);
  expect(names("新源小区一栋")).toEqual(["1栋"]);
});

test("people, grids, courtyards and addresses are found", () => {
  expect(names("李明")).toEqual(["李明"]);
  expect(names("第一网格")).toEqual(["第一网格", "李明"]);
  expect(names("28号")).toEqual(["28号院"]);
  expect(names("桃北东街12号")).toEqual(["2号楼"]);
  expect(names("小卖部")).toEqual(["红旗小卖部"]);
});

test("nothing is found for nothing, and no more than asked for", () => {
  expect(names("")).toEqual([]);
  expect(names("  　")).toEqual([]);
  expect(names("没有的")).toEqual([]);
  expect(names("号楼", 2)).toEqual(["1栋", "2号楼"]);
});

test("a result carries what is shown, not the hidden words", () => {
  const [first] = search(index, "桃北东街12号", 1);
  expect(first).toMatchObject({ type: "building", name: "2号楼", detail: "晨光小区" });
  expect(first).toHaveProperty("position", [113.5, 37.8]);
  expect(first).not.toHaveProperty("keywords");
});

test("natural order counts instead of spelling", () => {
  const given = ["10号楼", "二号楼", "A10座", "1号楼", "3栋", "A2座"];
  const sorted = given.toSorted(compareNatural);
  expect(sorted).toEqual(["1号楼", "二号楼", "3栋", "10号楼", "A2座", "A10座"]);
});

test("natural order is an order", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0129一二号楼栋aB "), maxLength: 5 });
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(Math.sign(compareNatural(a, b)) + Math.sign(compareNatural(b, a))).toBe(0);
      const [low = "", middle = "", high = ""] = [a, b, c].toSorted(compareNatural);
      expect(compareNatural(low, middle)).toBeLessThanOrEqual(0);
      expect(compareNatural(middle, high)).toBeLessThanOrEqual(0);
      expect(compareNatural(low, high)).toBeLessThanOrEqual(0);
    }),
  );
});

test("the order of the entries does not change what is found", () => {
  const entries = index.entries.map(({ entry }) => entry);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      const other = buildSearchIndex(shuffled);
      for (const query of ["号楼", "晨光", "1", "街"]) {
        expect(search(other, query, 20)).toEqual(search(index, query, 20));
      }
    }),
  );
});
