import { communityDay } from "#data/model/communityClock.ts";
import { getLocale } from "#web/messages/compiled/runtime.js";

const DAY_MS = 86_400_000;

/** To make one takes longer than all else that a row of a list says. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** In the product's language. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = getLocale() + JSON.stringify(options);
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(getLocale(), options);
  FORMATS.set(key, format);
  return format;
}

/** Today's ISO date where the communities are. */
export function todayHere(now: Date = new Date()): string {
  return communityDay(now);
}

/**
 * A day as people say it: 今天, 昨天, 明天, 3月5日, and 2025年3月5日 in another year.
 * Both are ISO dates (2026-03-05), without a time zone.
 */
export function dayText(day: string, today: string = todayHere()): string {
  const distance = (startOf(day) - startOf(today)) / DAY_MS;
  if (Math.abs(distance) <= 1) {
    return new Intl.RelativeTimeFormat(getLocale(), { numeric: "auto" }).format(distance, "day");
  }
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return format(day, {
    year: isThisYear ? undefined : "numeric",
    month: "long",
    day: "numeric",
  });
}

/** The whole date with its weekday, for those who want to know exactly. */
export function fullDayText(day: string): string {
  return format(day, { dateStyle: "full" });
}

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat({ ...options, timeZone: "UTC" }).format(startOf(day));
}

/** Days carry no zone: reckoned in UTC they are all 24 hours long. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
