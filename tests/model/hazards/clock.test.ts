import { expect, test } from "vitest";
import { clockOf } from "#data/model/hazards/clock.ts";
import { HAZARD_STATUSES, isRunning } from "#data/model/hazards/kinds.ts";
import { WORK_LISTS } from "#data/model/hazards/workLists.ts";

const clockStartsAt = "2026-03-04T00:00:00.000Z";
const dueAt = "2026-03-05T00:00:00.000Z";
const start = Date.parse(clockStartsAt);
const HOUR = 3_600_000;
const assigned = { status: "assigned", clockStartsAt, dueAt } as const;

test("the ring fills with the time; the last quarter is soon, and past the end is late", () => {
  const at = (hours: number) => clockOf(assigned, start + hours * HOUR);
  expect(at(0)).toEqual({ state: "running", filled: 0, leftMilliseconds: 24 * HOUR });
  expect(at(12)).toEqual({ state: "running", filled: 0.5, leftMilliseconds: 12 * HOUR });
  expect(at(18)).toMatchObject({ state: "due-soon", filled: 0.75 });
  expect(at(24)).toEqual({ state: "due-soon", filled: 1, leftMilliseconds: 0 });
  expect(at(25)).toEqual({ state: "overdue", filled: 1, leftMilliseconds: -HOUR });
});

test("a clock stands once something was done, and without a deadline", () => {
  const stopped = { state: "stopped", filled: 0, leftMilliseconds: null };
  for (const status of HAZARD_STATUSES) {
    const clock = clockOf({ ...assigned, status }, start + 30 * HOUR);
    if (isRunning(status)) expect(clock.state, status).toBe("overdue");
    else expect(clock, status).toEqual(stopped);
  }
  expect(clockOf({ ...assigned, dueAt: null }, start)).toEqual(stopped);
});

test("each work list has what its name says", () => {
  const hazard = { ...assigned, returnCount: 0 };
  const late = start + 25 * HOUR;
  expect(WORK_LISTS.overdue(hazard, late)).toBe(true);
  expect(WORK_LISTS.dueSoon(hazard, late)).toBe(false);
  expect(WORK_LISTS.dueSoon(hazard, start + 20 * HOUR)).toBe(true);
  expect(WORK_LISTS.unassigned({ ...hazard, status: "confirmed" })).toBe(true);
  expect(WORK_LISTS.unassigned(hazard)).toBe(false);
  expect(WORK_LISTS.returned({ ...hazard, returnCount: 1 })).toBe(true);
  expect(WORK_LISTS.returned({ ...hazard, status: "rectified", returnCount: 1 })).toBe(false);
});
