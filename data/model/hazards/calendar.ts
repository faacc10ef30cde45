import { Temporal } from "temporal-polyfill";

/** When people are at work. Days are ISO dates, hours are wall-clock times of the community. */
export interface WorkCalendar {
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[];
  /** From, to: "08:30", "12:00"; in order, without overlaps, within one day. */
  hours: readonly (readonly [from: string, to: string])[];
  /** Days off that fall on weekdays. */
  holidays: readonly string[];
  /** Weekend days that are worked in exchange 调休. */
  workedDays: readonly string[];
}

/** How long there is for a hazard: by the clock, or by the hours and days people work. */
export interface TimeAllowed {
  amount: number;
  unit: "hours" | "working-hours" | "working-days";
}
export const TIME_UNITS = ["hours", "working-hours", "working-days"] as const;

/** A calendar without a single working day would never come to an end. */
const MOST_DAYS = 3 * 366;

export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkCalendar): boolean {
  const name = day.toString();
  if (calendar.workedDays.includes(name)) return true;
  return calendar.weekdays.includes(day.dayOfWeek) && !calendar.holidays.includes(name);
}

/**
 * The deadline of what starts at an instant. Working days: the end of the last hour of the n-th
 * working day after the day it starts on (the day itself never counts). Working hours: counted only
 * while people are at work.
 * @param timeZone IANA
 * @throws RangeError where the calendar has no working time within three years
 */
export function deadlineAfter(
  start: Temporal.Instant,
  allowed: TimeAllowed,
  calendar: WorkCalendar,
  timeZone: string,
): Temporal.Instant {
  switch (allowed.unit) {
    case "hours":
      return start.add({ minutes: Math.round(allowed.amount * 60) });
    case "working-days":
      return afterWorkingDays(start, allowed.amount, calendar, timeZone);
    case "working-hours":
      return afterWorkingHours(start, allowed.amount, calendar, timeZone);
  }
}

function afterWorkingDays(
  start: Temporal.Instant,
  amount: number,
  calendar: WorkCalendar,
  timeZone: string,
): Temporal.Instant {
  let day = start.toZonedDateTimeISO(timeZone).toPlainDate();
  let left = Math.max(1, Math.ceil(amount));
  for (let passed = 0; passed < MOST_DAYS; passed++) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, calendar) && --left === 0) return endOfWork(day, calendar, timeZone);
  }
  throw new RangeError("no working days");
}

function endOfWork(day: Temporal.PlainDate, { hours }: WorkCalendar, timeZone: string) {
  const [, to] = hours.at(-1) ?? ["00:00", "23:59"];
  return day.toZonedDateTime({ timeZone, plainTime: to }).toInstant();
}

function afterWorkingHours(
  start: Temporal.Instant,
  amount: number,
  calendar: WorkCalendar,
  timeZone: string,
): Temporal.Instant {
  let left = Math.round(amount * 3_600_000);
  const first = start.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let passed = 0; passed < MOST_DAYS; passed++) {
    const day = first.add({ days: passed });
    if (!isWorkingDay(day, calendar)) continue;
    for (const [from, to] of calendar.hours) {
      const opens = day.toZonedDateTime({ timeZone, plainTime: from }).epochMilliseconds;
      const closes = day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds;
      const begins = Math.max(opens, start.epochMilliseconds);
      if (closes <= begins) continue;
      if (left <= closes - begins) return Temporal.Instant.fromEpochMilliseconds(begins + left);
      left -= closes - begins;
    }
  }
  throw new RangeError("no working hours");
}
