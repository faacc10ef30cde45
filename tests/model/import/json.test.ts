import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonError } from "#data/model/import/jsonErrors.ts";
import { feature, read, refusal, square } from "./files.ts";

test.each([
  ["{", 1],
  ["[1,]", 3],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ["{a:1}", 1],
  ["[1 2]", 3],
  ["[01]", 2],
  ["[1.]", 3],
  ["[-]", 2],
  ["[1e+]", 4],
  ["[.5]", 1],
  ["[tru]", 4],
  ["[NaN]", 1],
  ["[nan]", 2],
  ['["a\nb"]', 3],
  ['["\\x"]', 3],
  ['["\\u12g4"]', 6],
  ['["open', 6],
  ["[]]", 2],
  ["[}", 1],
  ["{]", 1],
  ["", 0],
  [" ", 1],
  ["1 1", 2],
])("the first character that cannot go on in %s is at %i", (text, offset) => {
  expect(findJsonError(text)).toBe(offset);
});

test("an error is found in exactly the texts that the engine's own parser refuses", () => {
  const characters = fc.constantFrom(...'{}[]",:\\ -+.eE0129trufalsn\n\u0007中');
  const text = fc.oneof(
    fc.string({ unit: characters, maxLength: 12 }),
    fc.tuple(fc.json(), fc.nat(), characters).map(([json, at, character]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + character + json.slice(place + 1);
    }),
  );
  fc.assert(
    fc.property(text, (candidate) => {
      expect(findJsonError(candidate) === null).toBe(parses(candidate));
    }),
    { numRuns: 3000 },
  );
});

test("what stands before an error can still become valid", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const cut = json.slice(0, at % json.length);
      const offset = findJsonError(cut);
      expect(offset === null || offset === cut.length).toBe(true);
    }),
  );
});

test("the place of an error is given as line and column, with what stands around it", () => {
  expect(refusal('{\r\n  "type": "FeatureCollection",\n  "features": [,]\n}')).toEqual({
    kind: "not-json",
    line: 3,
    column: 16,
    near: '  "features": [,]',
  });
  expect(refusal('{"名称":"楼" "层数":6}')).toEqual({
    kind: "not-json",
    line: 1,
    column: 11,
    near: '{"名称":"楼" "层数":6}',
  });
});

test("features one a line are read, blank lines and record separators among them", () => {
  const line = (index: number, name: string) => JSON.stringify(feature(square(index), { name }));
  const lines = ["", line(0, "甲"), "", `\u001e${line(0.1, "乙")}`, line(0.2, "丙"), ""];
  expect(read(lines.join("\r\n")).buildings.map(({ row, name }) => [row, name])).toEqual([
    [1, "甲"],
    [2, "乙"],
    [3, "丙"],
  ]);
  expect(read(`\u001e${line(0, "甲")}\n`).buildings).toHaveLength(1);
});

test("an error among features one a line is placed in its line", () => {
  const line = JSON.stringify(feature(square(0)));
  expect(refusal(`${line}\n${line}\n${line.slice(0, -1)}\n${line}`)).toMatchObject({
    kind: "not-json",
    line: 3,
    column: line.length,
  });
});

test("nesting as deep as a file allows ends in a refusal", () => {
  const deep = 100_000;
  expect(refusal("[".repeat(deep))).toMatchObject({ kind: "not-json", column: deep + 1 });
  expect(refusal("[".repeat(deep) + "]".repeat(deep)).kind).toBe("not-geojson");
  const nested = '{"type":"GeometryCollection","geometries":['.repeat(deep) + "]}".repeat(deep);
  expect(refusal(`{"type":"Feature","geometry":${nested}}`).kind).toBe("no-usable-features");
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
