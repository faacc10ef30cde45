import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { deadlineAfter, isWorkingDay, type TimeAllowed } from "#data/model/hazards/calendar.ts";
import { HAZARD_CATEGORIES, HAZARD_LEVELS } from "#data/model/hazards/kinds.ts";
import { DEFAULT_HAZARD_RULES } from "#data/model/hazards/rules.ts";

const { calendar, deadlines } = DEFAULT_HAZARD_RULES;
const ZONE = "Asia/Shanghai";

/** Both as people in the community read their clocks: "2026-10-10T17:30". */
function due(start: string, amount: number, unit: TimeAllowed["unit"]): string {
  const from = Temporal.PlainDateTime.from(start).toZonedDateTime(ZONE).toInstant();
  const to = deadlineAfter(from, { amount, unit }, calendar, ZONE);
  return to.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "minute" });
}

test("deadlines of 2026 pass over the holidays and count the weekend days worked for them", () => {
  // National Day is 1 to 7 October; Saturday the 10th is worked.
  expect(due("2026-09-30T10:00", 3, "working-days")).toBe("2026-10-10T17:30");
  // Saturday 14 February is worked, then nobody is until the 24th.
  expect(due("2026-02-13T16:30", 4, "working-hours")).toBe("2026-02-14T11:30");
  expect(due("2026-02-14T16:30", 4, "working-hours")).toBe("2026-02-24T11:30");
  // Lunch is nobody's working time; reported at night it begins in the morning.
  expect(due("2026-03-04T11:00", 2, "working-hours")).toBe("2026-03-04T14:30");
  expect(due("2026-03-04T23:10", 4, "working-hours")).toBe("2026-03-05T14:00");
  expect(due("2026-03-06T09:00", 1, "working-days")).toBe("2026-03-09T17:30");
  expect(due("2026-02-13T16:30", 24, "hours")).toBe("2026-02-14T16:30");
});

const instant = fc
  .integer({ min: Date.parse("2025-01-01"), max: Date.parse("2026-12-01") })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));
const unit = fc.constantFrom("hours", "working-hours", "working-days");
const amount = fc.integer({ min: 1, max: 120 });

test("more time is never an earlier deadline, no deadline comes before its start, and those of working time fall in it", () => {
  fc.assert(
    fc.property(instant, unit, amount, amount, (start, unit, some, more) => {
      const at = (amount: number) => deadlineAfter(start, { amount, unit }, calendar, ZONE);
      const [less, most] = [at(Math.min(some, more)), at(Math.max(some, more))];
      expect(Temporal.Instant.compare(start, less)).toBeLessThanOrEqual(0);
      expect(Temporal.Instant.compare(less, most)).toBeLessThanOrEqual(0);
      if (unit === "hours") return;
      const local = less.toZonedDateTimeISO(ZONE);
      expect(isWorkingDay(local.toPlainDate(), calendar), local.toString()).toBe(true);
      const time = local.toPlainTime().toString();
      expect(calendar.hours.some(([from, to]) => from <= time && time <= `${to}:00`)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("a worse hazard never has more time, whatever it is and whenever it is seen", () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...HAZARD_CATEGORIES), (start, category) => {
      const dues = HAZARD_LEVELS.map((level) =>
        deadlineAfter(start, deadlines[category][level], calendar, ZONE),
      );
      // Hours by the clock may end after working time that is counted from the same moment.
      const units = new Set(HAZARD_LEVELS.map((level) => deadlines[category][level].unit));
      if (units.size === 1) expect(dues.toSorted(Temporal.Instant.compare).reverse()).toEqual(dues);
    }),
    { numRuns: 50 },
  );
});

test("a calendar in which nobody ever works is refused", () => {
  const start = Temporal.Instant.from("2026-03-04T00:00Z");
  const never = { ...calendar, weekdays: [], workedDays: [] };
  for (const unit of ["working-days", "working-hours"] as const) {
    expect(() => deadlineAfter(start, { amount: 1, unit }, never, ZONE)).toThrow(RangeError);
  }
});
