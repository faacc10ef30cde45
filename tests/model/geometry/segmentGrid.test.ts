import fc from "fast-check";
import { expect, test } from "vitest";
import { doCross } from "#data/model/geometry/shape.ts";
import { SegmentGrid } from "#data/model/geometry/segmentGrid.ts";

const coordinate = fc.integer({ min: 0, max: 60 });
const segment = fc.tuple(coordinate, coordinate, coordinate, coordinate);
const cells = fc.integer({ min: 1, max: 40 });
const PADDING = 0.001;

test("every segment that a query crosses is found, once", () => {
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1 }), segment, cells, (segments, query, side) => {
      const grid = new SegmentGrid(Float64Array.from(segments.flat()), side, PADDING);
      const found: number[] = [];
      grid.collectNear(...query, found);
      expect(new Set(found).size).toBe(found.length);
      segments.forEach((each, i) => {
        if (!doCross(...each, ...query)) return;
        expect(found).toContain(i);
        expect(grid.isClear(...query)).toBe(false);
      });
    }),
  );
});

test("a place just beyond the outermost segment is still within the grid", () => {
  const grid = new SegmentGrid(
    Float64Array.from([0, 0, 10, 0, 10, 0, 0, 10, 0, 10, 0, 0]),
    4,
    PADDING,
  );
  for (const [x, y] of [
    [5, -PADDING / 2],
    [-PADDING / 2, 5],
    [10 + PADDING / 2, 0],
  ] as const) {
    expect(grid.cellAt(x, y)).toBeGreaterThanOrEqual(0);
    expect(grid.isEmpty(grid.cellAt(x, y))).toBe(false);
  }
  expect(grid.cellAt(-1, 5)).toBe(-1);
});

test("inside is inside a ring with a notch and a hole, in every cell that is clear", () => {
  const ring = (...places: [number, number][]) =>
    places.flatMap(([x, y], i) => [x, y, ...places[(i + 1) % places.length]!]);
  const segments = Float64Array.from([
    ...ring([0, 0], [60, 0], [60, 60], [30, 20], [0, 60]),
    ...ring([5, 5], [5, 15], [15, 15], [15, 5]),
  ]);
  const isInside = (x: number, y: number) =>
    y > 0 && y < (x < 30 ? 60 - (x * 4) / 3 : 20 + ((x - 30) * 4) / 3) && !isInHole(x, y);
  const isInHole = (x: number, y: number) => x > 5 && x < 15 && y > 5 && y < 15;
  for (const side of [1, 7, 64]) {
    const grid = new SegmentGrid(segments, side, PADDING);
    const inside = grid.insideCells();
    for (let x = 0.37; x < 60; x += 1.1) {
      for (let y = 0.41; y < 60; y += 1.1) {
        expect(grid.isInside(x, y)).toBe(isInside(x, y));
        const cell = grid.cellAt(x, y);
        if (grid.isEmpty(cell)) expect(inside[cell]).toBe(isInside(x, y) ? 1 : 0);
      }
    }
    expect(grid.isInside(-5, 5)).toBe(false);
    expect(grid.isInside(5, 99)).toBe(false);
  }
});
