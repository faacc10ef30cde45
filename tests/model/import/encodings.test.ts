import { expect, test } from "vitest";
import { decodeText } from "#data/model/import/decode.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { rows, utf8 } from "./files.ts";

/** 一号楼 in GB18030. */
const GB_NAME = [0xd2, 0xbb, 0xba, 0xc5, 0xc2, 0xa5];

test("UTF-8 is read with and without its mark", () => {
  for (const mark of ["", "\ufeff"]) {
    const reading = readFootprintFile(utf8(mark + JSON.stringify(rows({ name: "一号楼" }))));
    expect([reading.encoding, reading.buildings[0]?.name]).toEqual(["utf-8", "一号楼"]);
  }
});

test("a file in GB18030 is read as what it says", () => {
  const [head = "", tail = ""] = JSON.stringify(rows({ name: "@" })).split("@");
  const reading = readFootprintFile(new Uint8Array([...utf8(head), ...GB_NAME, ...utf8(tail)]));
  expect([reading.encoding, reading.buildings[0]?.name]).toEqual(["gb18030", "一号楼"]);
});

test("UTF-16 is recognised in both byte orders, marked or not", () => {
  const text = JSON.stringify(rows({ name: "一号楼" }));
  for (const mark of ["", "\ufeff"]) {
    const units = [...(mark + text)].map((character) => character.charCodeAt(0));
    const little = new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
    const big = new Uint8Array(units.flatMap((unit) => [unit >> 8, unit & 255]));
    expect(decodeText(little)).toEqual({ text, encoding: "utf-16le" });
    expect(decodeText(big)).toEqual({ text, encoding: "utf-16be" });
  }
});

test("a file cut off inside a character is still UTF-8", () => {
  const bytes = utf8("一号楼");
  expect(decodeText(bytes.subarray(0, -1))).toEqual({ text: "一号", encoding: "utf-8" });
});

test("one broken byte does not turn the names of a UTF-8 file into other characters", () => {
  const bytes = utf8('{"name":"晨光小区一号楼","street":"濉溪东路"}?');
  bytes[bytes.length - 1] = 0xff;
  expect(decodeText(bytes).text).toContain("晨光小区一号楼");
});
