import { expect, test } from "vitest";
import { type CountedHazard, hazardFigures, median } from "#data/model/hazards/figures.ts";

const SHANGHAI = "Asia/Shanghai";

function hazard(more: Partial<CountedHazard> = {}): CountedHazard {
  return {
    ...{ category: "fire", level: "general", status: "confirmed", gridId: null, isOverdue: false },
    ...{ reportedAt: "2026-03-04T02:00:00.000Z", closedAt: null },
    ...more,
  };
}

const closed = (reportedAt: string, closedAt: string, more: Partial<CountedHazard> = {}) =>
  hazard({ status: "closed", reportedAt, closedAt, ...more });

test("weeks begin on Monday, and those at the ends only where they are asked for", () => {
  const period = { from: "2026-03-04", to: "2026-03-17", timeZone: SHANGHAI };
  const { unit, periods } = hazardFigures([], period);
  expect(unit).toBe("week");
  expect(periods.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ["2026-03-04", "2026-03-08"],
    ["2026-03-09", "2026-03-15"],
    ["2026-03-16", "2026-03-17"],
  ]);
});

test("more than half a year is counted by months", () => {
  const period = { from: "2025-09-15", to: "2026-04-02", timeZone: SHANGHAI };
  const { unit, periods } = hazardFigures([], period);
  expect(unit).toBe("month");
  expect(periods).toHaveLength(8);
  expect(periods[0]).toMatchObject({ startsOn: "2025-09-15", endsOn: "2025-09-30" });
  expect(periods.at(-1)).toMatchObject({ startsOn: "2026-04-01", endsOn: "2026-04-02" });
});

test("a hazard is opened and closed on the community's own day", () => {
  // Seventeen hours in London are the next day in Shanghai.
  const late = closed("2026-03-08T17:00:00.000Z", "2026-03-15T17:00:00.000Z");
  const period = { from: "2026-03-02", to: "2026-03-22", timeZone: SHANGHAI };
  const { periods } = hazardFigures([late], period);
  expect(periods.map(({ opened, closed }) => [opened, closed])).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
});

test("what was not so, or the same as another, counts for nothing", () => {
  const none = [hazard({ status: "rejected" }), hazard({ status: "merged" })];
  const figures = hazardFigures(none, { from: "2026-03-02", to: "2026-03-08", timeZone: SHANGHAI });
  expect(figures.periods).toMatchObject([{ opened: 0, closed: 0 }]);
  expect(figures.openNow.every(({ open }) => open === 0)).toBe(true);
});

test("the median takes what was closed in the period, by kind and by grid, slowest first", () => {
  const hazards = [
    closed("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", { gridId: "a" }),
    closed("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", { gridId: "a" }),
    closed("2026-03-01T00:00:00Z", "2026-03-08T00:00:00Z", { category: "road" }),
    // Closed before: how long it took says nothing of this period.
    closed("2026-01-01T00:00:00Z", "2026-02-20T00:00:00Z"),
  ];
  const { byCategory, byGrid } = hazardFigures(hazards, {
    ...{ from: "2026-03-01", to: "2026-03-31", timeZone: SHANGHAI },
  });
  expect(byCategory).toEqual([
    { key: "road", closed: 1, medianDays: 7 },
    { key: "fire", closed: 2, medianDays: 2 },
  ]);
  expect(byGrid).toEqual([
    { key: null, closed: 1, medianDays: 7 },
    { key: "a", closed: 2, medianDays: 2 },
  ]);
});

test("what is open now is counted whenever it was reported", () => {
  const old = hazard({ level: "major", reportedAt: "2024-01-01T00:00:00Z", isOverdue: true });
  const figures = hazardFigures([old, hazard()], {
    ...{ from: "2026-03-01", to: "2026-03-31", timeZone: SHANGHAI },
  });
  expect(figures.openNow).toEqual([
    { level: "general", open: 1, overdue: 0 },
    { level: "serious", open: 0, overdue: 0 },
    { level: "major", open: 1, overdue: 1 },
  ]);
});

test("a period must not end before it begins", () => {
  const backwards = { from: "2026-03-02", to: "2026-03-01", timeZone: SHANGHAI };
  expect(() => hazardFigures([], backwards)).toThrow(RangeError);
});

test("the median of two lies between them", () => {
  expect(median([3])).toBe(3);
  expect(median([10, 1, 2])).toBe(2);
  expect(median([4, 1])).toBe(2.5);
});
