import fc from "fast-check";
import { expect, test } from "vitest";
import { countBreaks, roundBreaks } from "#data/model/classes.ts";

test("breaks are equal steps of a round number that reach the largest value", () => {
  expect(roundBreaks([0, 12, 87])).toEqual([20, 40, 60, 80]);
  expect(roundBreaks([270])).toEqual([60, 120, 180, 240]);
  expect(roundBreaks([4])).toEqual([1, 2, 3, 4]);
});

test("where things are counted, none is a class of its own", () => {
  expect(countBreaks([0, 2, 12])).toEqual([1, 3, 6, 9]);
  expect(countBreaks([3])).toEqual([1, 2, 3]);
  expect(countBreaks([])).toEqual([]);
});

test("nothing to tell apart has no classes", () => {
  expect(roundBreaks([])).toEqual([]);
  expect(roundBreaks([0, 0])).toEqual([]);
});

test("at most five classes, ascending, none of them beyond the largest value", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 })), (values) => {
      const breaks = roundBreaks(values);
      expect(breaks.length).toBeLessThanOrEqual(4);
      expect(breaks).toEqual(breaks.toSorted((a, b) => a - b));
      expect(Math.max(0, ...breaks)).toBeLessThanOrEqual(Math.max(0, ...values));
      expect(breaks.every(Number.isInteger)).toBe(true);
    }),
  );
});
