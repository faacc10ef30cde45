import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { crossesItself } from "#data/model/import/crossings.ts";
import { readFootprint } from "#data/model/import/footprints.ts";
import { signedArea } from "#data/model/import/rings.ts";
import { collection, feature, read, square } from "./files.ts";

const at = (east: number, north: number): number[] => [121 + east / 10_000, 31 + north / 10_000];
const polygon = (...rings: number[][][]) => ({ type: "Polygon", coordinates: rings });
const ring = (...corners: [number, number][]) => corners.map(([x, y]) => at(x, y));

function stored(geometry: unknown) {
  const read = readFootprint(geometry);
  if ("flaw" in read) throw new Error(read.flaw);
  return read;
}

test("a clockwise, open, three-dimensional ring with repeats is stored as RFC 7946 wants it", () => {
  const corners = [at(0, 0), at(0, 1), at(0, 1), [...at(1, 1), 12.5], at(1, 0)];
  expect(stored(polygon(corners))).toEqual({
    geometry: polygon(ring([1, 0], [1, 1], [0, 1], [0, 0], [1, 0])),
    notes: ["ring-closed"],
  });
});

test("more than seven decimals are rounded away", () => {
  const corners = [[121.000123456, 31], at(30, 0), at(30, 20), [121.000123456, 31]];
  const { geometry } = stored(polygon(corners));
  expect(JSON.stringify(geometry)).toContain("121.0001235,");
  expect(JSON.stringify(geometry)).not.toMatch(/\.\d{8}/);
});

test("a hole runs the other way round, a hole of nothing is left out", () => {
  const outer = ring([0, 0], [5, 0], [5, 5], [0, 5], [0, 0]);
  const hole = ring([1, 1], [2, 1], [2, 2], [1, 2], [1, 1]);
  const nothing = ring([3, 3], [4, 4], [3, 3]);
  const { geometry, notes } = stored(polygon(outer, hole, nothing));
  const rings = geometry.coordinates as Position[][];
  expect(rings.map((one) => Math.sign(signedArea(one)))).toEqual([1, -1]);
  expect(notes).toEqual(["part-dropped"]);
});

test("a bow-tie is kept as it is and noted, though its two halves cancel out", () => {
  const tie = polygon(ring([0, 0], [2, 2], [2, 0], [0, 2], [0, 0]));
  expect(stored(tie)).toEqual({ geometry: tie, notes: ["self-crossing"] });
});

test("rings without ground are skipped, and each says why", () => {
  const flaw = (geometry: unknown) => {
    const read = readFootprint(geometry);
    return "flaw" in read ? read.flaw : "none";
  };
  expect(flaw(polygon(ring([0, 0], [1, 0], [0, 0])))).toBe("too-few-points");
  expect(flaw(polygon(ring([0, 0], [1, 1], [2, 2], [0, 0])))).toBe("zero-area");
  expect(flaw(polygon([]))).toBe("too-few-points");
  expect(flaw({ type: "Polygon", coordinates: [] })).toBe("no-geometry");
  expect(flaw({ type: "Polygon", coordinates: [[["121", "31"]]] })).toBe("broken-geometry");
  expect(flaw({ type: "Polygon", coordinates: [[1, 2]] })).toBe("broken-geometry");
  expect(flaw({ type: "Circle", coordinates: [1, 2] })).toBe("broken-geometry");
  expect(flaw({ type: "LineString", coordinates: ring([0, 0], [1, 1]) })).toBe("not-an-area");
  expect(flaw({ type: "MultiPoint", coordinates: ring([0, 0], [1, 1]) })).toBe("not-an-area");
  expect(flaw(null)).toBe("no-geometry");
});

test("several areas stay one building; one area in a list becomes a polygon", () => {
  const first = ring([0, 0], [1, 0], [1, 1], [0, 0]);
  const second = ring([3, 0], [4, 0], [4, 1], [3, 0]);
  const both = { type: "MultiPolygon", coordinates: [[first], [second]] };
  expect(stored(both)).toEqual({ geometry: both, notes: [] });
  expect(stored({ type: "MultiPolygon", coordinates: [[first]] }).geometry).toEqual(polygon(first));
});

test("a collection is taken apart: alone into rows, in a feature into one building", () => {
  const geometries = [square(0), square(1)];
  const whole = { type: "GeometryCollection", geometries };
  expect(read(whole).buildings).toHaveLength(2);
  const [building] = read(feature(whole)).buildings;
  expect(building?.geometry.type).toBe("MultiPolygon");
  expect(read(feature(whole)).kinds).toEqual({ GeometryCollection: 1 });
});

test("points stand for buildings, but among areas only with a number", () => {
  const point = (east: number) => ({ type: "Point", coordinates: at(east, 50) });
  expect(read(collection(feature(point(0)), feature(point(1)))).buildings).toHaveLength(2);
  const mixed = collection(
    feature(square(0), { 楼号: "1" }),
    feature(point(1), { 楼号: "2" }),
    feature(point(2)),
  );
  const reading = read(mixed);
  expect(reading.kinds).toEqual({ Polygon: 1, Point: 2 });
  expect(reading.buildings.map(({ row }) => row)).toEqual([1, 2]);
  expect(reading.skipped).toMatchObject([{ row: 3, reason: "not-an-area" }]);
});

test("convex rings never cross themselves, wherever they start", () => {
  const corners = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 40 });
  fc.assert(
    fc.property(corners, (degrees) => {
      const round = degrees.toSorted((a, b) => a - b).map((degree) => circle(degree));
      expect(crossesItself([...round, round[0] ?? []])).toBe(false);
    }),
  );
});

test("a crossing is found as it is by looking at every pair of edges", () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(corner, { minLength: 4, maxLength: 9, selector: String }),
      (open) => {
        const closed = [...open, open[0] ?? [0, 0]];
        expect(crossesItself(closed)).toBe(crossesByPairs(closed));
      },
    ),
  );
});

test("spikes and corners that touch another edge count as crossings", () => {
  expect(crossesItself(ring([0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4], [0, 0]))).toBe(true);
  const touching = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 0],
    [0, 4],
    [0, 0],
  ];
  expect(crossesItself(touching)).toBe(true);
});

function circle(degrees: number): Position {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

/** The same question for whole numbers, by the textbook. */
function crossesByPairs(ring: Position[]): boolean {
  const edges = ring.slice(1).map((to, index) => [ring[index] ?? [], to] as const);
  const turn = (
    [ax = 0, ay = 0]: Position,
    [bx = 0, by = 0]: Position,
    [cx = 0, cy = 0]: Position,
  ) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
  const lies = (a: Position, b: Position, c: Position) =>
    turn(a, b, c) === 0 &&
    Math.min(a[0] ?? 0, b[0] ?? 0) <= (c[0] ?? 0) &&
    (c[0] ?? 0) <= Math.max(a[0] ?? 0, b[0] ?? 0) &&
    Math.min(a[1] ?? 0, b[1] ?? 0) <= (c[1] ?? 0) &&
    (c[1] ?? 0) <= Math.max(a[1] ?? 0, b[1] ?? 0);
  return edges.some(([a, b], i) =>
    edges.some(([c, d], j) => {
      if (j <= i) return false;
      if (j === i + 1) return lies(a, b, d) || lies(c, d, a);
      if (i === 0 && j === edges.length - 1) return lies(a, b, c) || lies(c, d, b);
      if (lies(a, b, c) || lies(a, b, d) || lies(c, d, a) || lies(c, d, b)) return true;
      return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }),
  );
}
