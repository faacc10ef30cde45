import { expect, test } from "vitest";
import {
  chineseNumber,
  normaliseBuildingNumber,
  unifyBuildingNumbers,
} from "#data/model/import/buildingNumbers.ts";

test("the ways to write a building's number all compare equal", () => {
  const ways = [
    "1",
    "1幢",
    "1栋",
    "1号楼",
    "一号楼",
    "１号楼",
    "1 号楼",
    "01栋",
    "第1幢",
    "1#",
    "1#楼",
    "1楼",
    "楼1",
    "Block 1",
    "No.1",
  ];
  expect(new Set(ways.map(normaliseBuildingNumber))).toEqual(new Set(["1"]));
});

test("numbers that differ stay different", () => {
  const numbers = ["1号楼", "11号楼", "1号院", "1A栋", "A座", "1-2", "甲1号楼", "B1栋", "十一栋甲"];
  expect(new Set(numbers.map(normaliseBuildingNumber)).size).toBe(numbers.length);
});

test("Chinese numerals are read up to the hundreds and digit by digit", () => {
  const read = ["十", "十二", "二十", "二十三", "一百零三", "二〇三", "两", "零"].map(
    chineseNumber,
  );
  expect(read).toEqual([10, 12, 20, 23, 103, 203, 2, 0]);
  expect([chineseNumber("三号"), chineseNumber("")]).toEqual([undefined, undefined]);
});

test("numbers inside a text are written one way, other words are left alone", () => {
  expect(unifyBuildingNumbers("晨光小区一栋")).toBe("晨光小区1号楼");
  expect(unifyBuildingNumbers("晨光小区十二幢 2单元")).toBe("晨光小区12号楼 2单元");
  expect(unifyBuildingNumbers("九江路一座桥")).toBe("九江路一座桥");
  expect(unifyBuildingNumbers("滨江大道2727号")).toBe("滨江大道2727号");
});

test("every number up to 999 compares equal in figures and in numerals", () => {
  const ways = ["号楼", "栋", "幢"];
  for (let number = 1; number <= 999; number++) {
    const way = ways[number % 3] ?? "";
    expect(normaliseBuildingNumber(numeral(number) + way)).toBe(String(number));
    expect(normaliseBuildingNumber(number + way)).toBe(String(number));
  }
});

function numeral(number: number): string {
  const digits = "零一二三四五六七八九";
  const [hundreds, tens, ones] = [
    Math.floor(number / 100),
    Math.floor(number / 10) % 10,
    number % 10,
  ];
  const high = hundreds > 0 ? `${digits[hundreds]}百` : "";
  if (tens === 0) return high + (high && ones > 0 ? "零" : "") + (ones > 0 ? digits[ones] : "");
  const ten = tens === 1 && hundreds === 0 ? "十" : `${digits[tens]}十`;
  return high + ten + (ones > 0 ? digits[ones] : "");
}
