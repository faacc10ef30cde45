import { expect, test } from "vitest";
import { collection, feature, read, refusal, square } from "./files.ts";

const polygon = (...ring: number[][]) => ({ type: "Polygon", coordinates: [ring] });
const box = (x: number, y: number, size: number) =>
  polygon([x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]);

test.each([
  ["Web Mercator at Shanghai", 13_524_000, 3_662_000, 3857],
  ["Web Mercator at Singapore", 11_563_000, 154_500, 3857],
  ["a 3-degree zone by its easting", 38_550_000, 4_190_000, 4526],
  ["a 3-degree zone written northing first", 4_190_000, 39_550_000, 4527],
  ["a 6-degree zone by its easting", 20_450_000, 4_400_000, 4498],
  ["an easting without its zone", 450_000, 4_190_000, null],
  ["somebody's own grid", 1200, 800, null],
])("coordinates in metres are recognised: %s", (_case, x, y, epsg) => {
  expect(refusal(collection(feature(box(x, y, 20)), feature(box(x + 50, y, 20))))).toEqual({
    kind: "coordinates-in-metres",
    row: 1,
    example: [x, y],
    epsg,
  });
});

test("latitude written first is recognised, east and west of 90°", () => {
  expect(refusal(box(31.2, 121.5, 0.001))).toEqual({
    kind: "coordinates-swapped",
    row: 1,
    example: [31.2, 121.5],
  });
  expect(refusal(box(43.8, 87.6, 0.001)).kind).toBe("coordinates-swapped");
});

test("numbers that are neither degrees nor metres are called off the earth", () => {
  expect(refusal(box(300, 20, 0.001))).toMatchObject({ kind: "coordinates-off-earth", row: 1 });
  expect(refusal(box(121_500_000_000, 31_200_000_000, 1)).kind).toBe("coordinates-off-earth");
  expect(refusal('{"type":"Point","coordinates":[1e999,2]}').kind).toBe("coordinates-off-earth");
});

test("a single row off the earth is skipped, the others are taken in", () => {
  const file = collection(
    feature(square(0), { name: "甲" }),
    feature(box(13_524_000, 3_662_000, 20), { name: "乙" }),
    feature(square(1)),
  );
  const reading = read(file);
  expect(reading.skipped).toEqual([{ row: 2, reason: "off-earth", name: "乙" }]);
  expect(reading.buildings).toHaveLength(2);
});

test("rows at 0,0 and rows with one corner there are skipped", () => {
  const cornered = polygon([121, 31], [121.001, 31], [0, 0], [121, 31]);
  const file = collection(
    feature(square(0)),
    feature({ type: "Point", coordinates: [0, 0] }),
    feature(cornered),
  );
  expect(read(file).skipped.map(({ row, reason }) => [row, reason])).toEqual([
    [2, "null-island"],
    [3, "null-island"],
  ]);
});

test("a row far from the rest is skipped", () => {
  const file = collection(
    feature(square(0)),
    feature(square(1)),
    feature(box(116.4, 39.9, 0.0002), { name: "远" }),
    feature(square(2)),
  );
  expect(read(file).skipped).toEqual([{ row: 3, reason: "far-away", name: "远" }]);
});

test("buildings strewn over a country are kept and warned about", () => {
  const file = collection(...[0, 5, 10, 15].map((degrees) => feature(square(degrees * 100))));
  const reading = read(file);
  expect(reading.buildings).toHaveLength(4);
  expect(reading.warnings.map(({ kind }) => kind)).toEqual(["far-away", "far-away", "far-away"]);
});

test("an outline larger than any building, such as the community's own, is skipped", () => {
  const file = collection(feature(square(0)), feature(square(-1, -1, 0.03)));
  expect(read(file).skipped).toMatchObject([{ row: 2, reason: "larger-than-a-building" }]);
});
