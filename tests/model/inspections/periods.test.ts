import fc from "fast-check";
import { expect, test } from "vitest";
import { ROUND_REPEATS, type RoundRepeat } from "#data/model/inspections/kinds.ts";
import {
  lastDayOfFirst,
  periodOn,
  type RoundDays,
  roundState,
  targetState,
} from "#data/model/inspections/periods.ts";

const round = (
  repeats: RoundRepeat,
  startsOn: string,
  endsOn: string,
  endedOn: string | null = null,
) => ({ repeats, startsOn, endsOn, endedOn }) satisfies RoundDays;

const monthly = round("month", "2026-02-01", "2026-02-28");
const march = round("once", "2026-03-01", "2026-03-31");

test("a period that fills a month fills every month, and a shorter one ends as many days in", () => {
  expect(periodOn(monthly, "2026-03-31")).toEqual({ startsOn: "2026-03-01", endsOn: "2026-03-31" });
  const firstTenDays = round("month", "2026-01-01", "2026-01-10");
  expect(periodOn(firstTenDays, "2026-02-20")).toEqual({
    startsOn: "2026-02-01",
    endsOn: "2026-02-10",
  });
  const fromTheLast = round("month", "2026-01-31", "2026-02-20");
  expect(periodOn(fromTheLast, "2026-03-30").startsOn).toBe("2026-02-28");
  expect(lastDayOfFirst(round("quarter", "2026-01-01", "2026-12-31"))).toBe("2026-03-31");
});

const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("every day from the start on is in one period, and periods neither overlap nor go back", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ROUND_REPEATS), day, day, day, (repeats, a, b, today) => {
      const [startsOn, endsOn] = a <= b ? [a, b] : [b, a];
      const days = round(repeats, startsOn, endsOn);
      const period = periodOn(days, today);
      expect(period.startsOn <= period.endsOn).toBe(true);
      if (today < startsOn || repeats === "once") return;
      expect(period.startsOn <= today).toBe(true);
      const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
      const next = periodOn(days, tomorrow);
      if (next.startsOn === period.startsOn) return;
      expect(next.startsOn).toBe(tomorrow);
      expect(period.endsOn <= today).toBe(true);
    }),
  );
});

test.each([
  // round, visited, today, state
  [march, null, "2026-02-20", "due"],
  [march, null, "2026-03-31", "due"],
  [march, "2026-03-31", "2026-05-01", "done"],
  [march, null, "2026-04-01", "late"],
  [{ ...march, endedOn: "2026-04-10" }, null, "2026-05-01", "never"],
  [{ ...march, endedOn: "2026-03-10" }, null, "2026-05-01", "never"],
  [monthly, null, "2026-02-28", "due"],
  [monthly, "2026-02-28", "2026-03-01", "due"],
  [monthly, null, "2026-03-01", "never"],
  [monthly, "2026-02-10", "2026-04-01", "late"],
  [monthly, "2026-04-01", "2026-04-01", "done"],
  [{ ...monthly, endedOn: "2026-03-10" }, "2026-02-10", "2026-06-01", "late"],
  [{ ...monthly, endedOn: "2026-03-10" }, "2026-03-09", "2026-06-01", "done"],
] as const)("%j, visited %s, is on %s %s", (days, visitedOn, today, state) => {
  expect(targetState(days, visitedOn, today)).toBe(state);
});

test("a round that is done once goes on past its last day while something is left to do", () => {
  expect(roundState(march, "2026-02-28", false)).toBe("planned");
  expect(roundState(march, "2026-03-31", true)).toBe("running");
  expect(roundState(march, "2026-04-01", false)).toBe("running");
  expect(roundState(march, "2026-04-01", true)).toBe("ended");
  expect(roundState(monthly, "2029-01-01", true)).toBe("running");
});
