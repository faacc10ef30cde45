import fc from "fast-check";
import { expect, test } from "vitest";
import { SKIP_REASONS } from "#data/model/import/reading.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { fixture, SENGKANG, utf8 } from "./files.ts";

/** Enough of a real file to have everything in it, small enough to be read at each of its bytes. */
const REAL = (() => {
  const text = new TextDecoder().decode(fixture(SENGKANG));
  const whole = JSON.parse(text) as { features: unknown[] };
  return utf8(JSON.stringify({ ...whole, features: whole.features.slice(0, 3) }));
})();

/** A reading that holds together, or a refusal; anything else fails. */
function mustHold(bytes: Uint8Array): void {
  try {
    const { features, buildings, skipped, warnings } = readFootprintFile(bytes);
    expect(buildings.length + skipped.length).toBe(features);
    expect(skipped.every(({ reason }) => SKIP_REASONS.includes(reason))).toBe(true);
    const rows = [...buildings, ...skipped].map(({ row }) => row).sort((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: features }, (_, index) => index + 1));
    expect(warnings.every(({ row }) => row >= 1 && row <= features)).toBe(true);
    for (const { geometry } of buildings) {
      const numbers = geometry.coordinates.flat(3);
      expect(numbers.every((number) => Math.abs(number) <= 180)).toBe(true);
    }
  } catch (problem) {
    if (!(problem instanceof ImportProblem)) throw problem;
  }
}

test("a file cut off at any byte is refused", () => {
  for (let end = 0; end < REAL.length; end++) {
    expect(() => readFootprintFile(REAL.subarray(0, end))).toThrow(ImportProblem);
  }
});

test("bytes changed at random give a reading that holds together, or a refusal", () => {
  const change = fc.tuple(fc.nat(REAL.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = REAL.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      mustHold(bytes);
    }),
    { numRuns: 800 },
  );
});

test("any bytes at all give a refusal", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), mustHold), { numRuns: 1000 });
});

test("any JSON put in place of any part of a file is survived", () => {
  const coordinate = fc.oneof(
    fc.double({ min: 120.99, max: 121.01 }),
    fc.double(),
    fc.constantFrom(0, -0, 180, 181, 1e300),
  );
  const position = fc.oneof(fc.array(coordinate, { maxLength: 4 }), fc.jsonValue());
  const nested = fc.array(fc.oneof(fc.array(position, { maxLength: 7 }), position), {
    maxLength: 4,
  });
  const geometry = fc.record({
    type: fc.constantFrom("Polygon", "MultiPolygon", "Point", "MultiPoint", "LineString", "x"),
    coordinates: fc.oneof(nested, fc.array(nested, { maxLength: 3 }), fc.jsonValue()),
  });
  const properties = fc.dictionary(
    fc.constantFrom(
      "name",
      "楼号",
      "层数",
      "height",
      "户数",
      "building",
      "addr:street",
      "__proto__",
    ),
    fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.constantFrom("6层", "一号楼", "-1")),
  );
  const feature = fc.record({
    type: fc.constant("Feature"),
    id: fc.jsonValue(),
    geometry: fc.oneof({ weight: 4, arbitrary: geometry }, fc.jsonValue()),
    properties: fc.oneof({ weight: 4, arbitrary: properties }, fc.jsonValue()),
  });
  const features = fc.array(fc.oneof({ weight: 6, arbitrary: feature }, fc.jsonValue()), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(features, fc.jsonValue(), fc.boolean(), (list, crs, declares) => {
      const document = { type: "FeatureCollection", features: list, ...(declares ? { crs } : {}) };
      mustHold(utf8(JSON.stringify(document)));
    }),
    { numRuns: 800 },
  );
});
