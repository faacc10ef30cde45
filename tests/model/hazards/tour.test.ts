import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { nearestOrder, tourThrough } from "#data/model/hazards/tour.ts";
import { lengthOf, wayBetween } from "#data/model/hazards/tourWay.ts";

const anyPoint = fc.tuple(
  fc.double({ min: 116.3, max: 116.33, noNaN: true }),
  fc.double({ min: 39.9, max: 39.92, noNaN: true }),
);
const anyStart = fc.option(anyPoint);
const points = (least: number, most: number) =>
  fc.array(anyPoint, { minLength: least, maxLength: most });
const lengthBy = (order: number[], points: Position[], from: Position | null) =>
  lengthOf(order, wayBetween(points, from));

/** All orders there are: only for a handful of points. */
function* ordersOf(left: number[]): Generator<number[]> {
  if (left.length === 0) yield [];
  for (const point of left) {
    for (const rest of ordersOf(left.filter((each) => each !== point))) yield [point, ...rest];
  }
}

test("a walk visits each point once", () => {
  fc.assert(
    fc.property(points(0, 60), anyStart, (points, from) => {
      const order = tourThrough(points, from);
      expect(order.toSorted((a, b) => a - b)).toEqual(points.map((_, index) => index));
    }),
    { numRuns: 60 },
  );
});

test("up to seven points no order at all is shorter", () => {
  fc.assert(
    fc.property(points(1, 7), anyStart, (points, from) => {
      const found = lengthBy(tourThrough(points, from), points, from);
      const indices = points.map((_, index) => index);
      const lengths = [...ordersOf(indices)].map((order) => lengthBy(order, points, from));
      expect(found).toBeCloseTo(Math.min(...lengths), 6);
    }),
    { numRuns: 40 },
  );
});

test("a walk is never longer than always going to the nearest", () => {
  fc.assert(
    fc.property(points(2, 90), anyStart, (points, from) => {
      const nearest = nearestOrder(points.length, wayBetween(points, from));
      const found = lengthBy(tourThrough(points, from), points, from);
      expect(found).toBeLessThanOrEqual(lengthBy(nearest, points, from) + 1e-6);
    }),
    { numRuns: 60 },
  );
});

test("houses along a street are visited from one end to the other", () => {
  const street = [3, 0, 4, 1, 2, 9, 7, 5, 8, 6, 13, 11, 12, 10].map((step): Position => [
    116.3 + step / 1000,
    39.9,
  ]);
  const order = tourThrough(street, [116.2999, 39.9]);
  expect(order.map((index) => street[index]?.[0])).toEqual(
    street.map(([longitude]) => longitude).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
});
