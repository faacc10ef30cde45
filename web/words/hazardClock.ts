import { Temporal } from "temporal-polyfill";
import { COMMUNITY_ZONE, communityDay } from "#data/model/communityClock.ts";
import { isWorkingDay, type WorkCalendar } from "#data/model/hazards/calendar.ts";
import { type Clocked, clockOf } from "#data/model/hazards/clock.ts";
import { m } from "#web/messages/compiled/messages.js";
import { dateFormat, dayText, todayHere } from "./dates.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Nearer than this people reckon in hours, further away in days. */
const HOURS_UNTIL = 36;
/** Counting days one by one past this helps nobody. */
const MOST_DAYS = 400;

/** 还剩 2 个工作日, 还剩 3 小时, 超时 2 天; empty where no clock runs. @param now milliseconds since 1970 */
export function clockText(hazard: Clocked, now: number, calendar: WorkCalendar): string {
  const { leftMilliseconds: left } = clockOf(hazard, now);
  if (left === null) return "";
  if (left < 0) return lateText(-left);
  if (left < HOUR_MS)
    return m.hazard_left_minutes({ count: Math.max(1, Math.round(left / MINUTE_MS)) });
  const hours = Math.round(left / HOUR_MS);
  if (hours <= HOURS_UNTIL) return m.hazard_left_hours({ count: hours });
  const days = workingDaysUntil(now, now + left, calendar);
  return days > 0 ? m.hazard_left_days({ count: days }) : m.hazard_left_hours({ count: hours });
}

function lateText(late: number): string {
  if (late < HOUR_MS)
    return m.hazard_late_minutes({ count: Math.max(1, Math.round(late / MINUTE_MS)) });
  const hours = Math.round(late / HOUR_MS);
  if (hours <= HOURS_UNTIL) return m.hazard_late_hours({ count: hours });
  return m.hazard_late_days({ count: Math.floor(hours / 24) });
}

/** Of a list of thousands most are due on the same few days. */
const COUNTED = new WeakMap<WorkCalendar, Map<string, number>>();

/** The days at work after today, the last one with them. */
function workingDaysUntil(now: number, due: number, calendar: WorkCalendar): number {
  const [today, last] = [communityDay(new Date(now)), communityDay(new Date(due))];
  const known = COUNTED.get(calendar) ?? new Map<string, number>();
  COUNTED.set(calendar, known);
  const key = `${today} ${last}`;
  const count = known.get(key) ?? countWorkingDays(today, last, calendar);
  known.set(key, count);
  return count;
}

function countWorkingDays(today: string, until: string, calendar: WorkCalendar): number {
  const last = Temporal.PlainDate.from(until);
  let count = 0;
  let day = Temporal.PlainDate.from(today).add({ days: 1 });
  for (let passed = 0; passed < MOST_DAYS && Temporal.PlainDate.compare(day, last) <= 0; passed++) {
    if (isWorkingDay(day, calendar)) count++;
    day = day.add({ days: 1 });
  }
  return count;
}

/** 今天 14:20, 3月5日 09:05. @param instant ISO */
export function momentWords(instant: string): string {
  const date = new Date(instant);
  const time = dateFormat({
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone: COMMUNITY_ZONE,
  }).format(date);
  return m.word_day_time({ day: dayText(todayHere(date)), time });
}

/** Exactly, for whoever points at it. */
export function fullMoment(instant: string): string {
  const style = { dateStyle: "full", timeStyle: "short", timeZone: COMMUNITY_ZONE } as const;
  return dateFormat(style).format(new Date(instant));
}
