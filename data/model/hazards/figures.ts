import { Temporal } from "temporal-polyfill";
import { groupBy } from "../groupBy.ts";
import {
  HAZARD_LEVELS,
  isOpen,
  type HazardCategory,
  type HazardLevel,
  type HazardStatus,
} from "./kinds.ts";

/** What of a hazard is counted: where and what it is, never whose. Times are ISO instants. */
export interface CountedHazard {
  category: HazardCategory;
  level: HazardLevel;
  status: HazardStatus;
  reportedAt: string;
  closedAt: string | null;
  gridId: string | null;
  isOverdue: boolean;
}

export interface FiguresPeriod {
  /** Both ends count; ISO dates of the community. */
  from: string;
  to: string;
  /** IANA */
  timeZone: string;
}

/** A week, from Monday, or a month; those at the ends are counted as far as they are asked for. */
export interface PeriodFigures {
  /** ISO dates. */
  startsOn: string;
  endsOn: string;
  opened: number;
  closed: number;
}

export interface ClosingFigures<Key> {
  key: Key;
  closed: number;
  /** From report to close, in days of 24 hours; half of them took no longer. */
  medianDays: number;
}

export interface HazardFigures {
  unit: "week" | "month";
  periods: PeriodFigures[];
  byCategory: ClosingFigures<HazardCategory>[];
  /** Null stands for what lies in no grid. */
  byGrid: ClosingFigures<string | null>[];
  /** Of today, whatever the period. */
  openNow: { level: HazardLevel; open: number; overdue: number }[];
}

/** Half a year of weeks is as many bars as can be told apart. */
const MOST_WEEKS = 26;
const DAY_MS = 86_400_000;

/**
 * How hazards came and went. A report that was not so, or was the same as another, was none: neither
 * opened nor closed. One that was opened again counts as open.
 * @throws RangeError where the period ends before it begins
 */
export function hazardFigures(
  hazards: readonly CountedHazard[],
  period: FiguresPeriod,
): HazardFigures {
  const counted = hazards.filter(({ status }) => status !== "rejected" && status !== "merged");
  const within = dayWithin(period);
  const opened = counted.flatMap(({ reportedAt }) => within(reportedAt) ?? []);
  const closed = counted.flatMap((hazard) => {
    const day = hazard.status === "closed" && hazard.closedAt ? within(hazard.closedAt) : undefined;
    return day === undefined ? [] : [{ ...hazard, day, days: daysOf(hazard) }];
  });
  const { unit, periods } = periodsOf(period);
  const open = counted.filter(({ status }) => isOpen(status));
  return {
    unit,
    periods: periods.map((each) => ({
      ...each,
      opened: opened.filter((day) => isIn(day, each)).length,
      closed: closed.filter(({ day }) => isIn(day, each)).length,
    })),
    byCategory: closingBy(closed, ({ category }) => category),
    byGrid: closingBy(closed, ({ gridId }) => gridId),
    openNow: HAZARD_LEVELS.map((level) => {
      const ofLevel = open.filter((hazard) => hazard.level === level);
      const overdue = ofLevel.filter(({ isOverdue }) => isOverdue).length;
      return { level, open: ofLevel.length, overdue };
    }),
  };
}

/** The day of an instant where the community is; undefined outside of the period. */
function dayWithin({ from, to, timeZone }: FiguresPeriod): (instant: string) => string | undefined {
  return (instant) => {
    const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
    const day = zoned.toPlainDate().toString();
    return from <= day && day <= to ? day : undefined;
  };
}

type Span = Pick<PeriodFigures, "startsOn" | "endsOn">;

function isIn(day: string, { startsOn, endsOn }: Span): boolean {
  return startsOn <= day && day <= endsOn;
}

function periodsOf({ from, to }: FiguresPeriod): { unit: "week" | "month"; periods: Span[] } {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last).days + 1;
  if (days < 1) throw new RangeError(`${from} is after ${to}`);
  const unit = days > MOST_WEEKS * 7 ? "month" : "week";
  const periods: Span[] = [];
  for (let start = first; Temporal.PlainDate.compare(start, last) <= 0;) {
    const next =
      unit === "week"
        ? start.add({ days: 8 - start.dayOfWeek })
        : start.with({ day: 1 }).add({ months: 1 });
    const end = Temporal.PlainDate.compare(next, last) > 0 ? last : next.subtract({ days: 1 });
    periods.push({ startsOn: start.toString(), endsOn: end.toString() });
    start = next;
  }
  return { unit, periods };
}

function daysOf({ reportedAt, closedAt }: CountedHazard): number {
  return (Date.parse(closedAt ?? reportedAt) - Date.parse(reportedAt)) / DAY_MS;
}

/** Slowest first. */
function closingBy<Key, Closed extends { days: number }>(
  closed: readonly Closed[],
  keyOf: (hazard: Closed) => Key,
): ClosingFigures<Key>[] {
  return [...groupBy(closed, keyOf)]
    .map(([key, ofKey]) => ({
      ...{ key, closed: ofKey.length },
      medianDays: median(ofKey.map(({ days }) => days)),
    }))
    .sort((a, b) => b.medianDays - a.medianDays);
}

/** Of at least one number; between the two in the middle where there are two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError("no numbers");
  return (low + high) / 2;
}
