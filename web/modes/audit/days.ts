import type { AuditRow } from "#data/model/answers/audit.ts";
import { addDays } from "#data/model/planning/days.ts";
import { todayHere } from "#web/words/dates.ts";

export interface AuditDay {
  /** ISO date, where the communities are. */
  day: string;
  rows: AuditRow[];
}

/** Rows under the day they were written on, in the order they come. */
export function daysOf(rows: readonly AuditRow[]): AuditDay[] {
  const days: AuditDay[] = [];
  for (const row of rows) {
    const day = todayHere(new Date(row.at));
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** The first day of a stretch that ends today: 1 is today alone. */
export function firstDayOf(days: number, now: Date = new Date()): string {
  return addDays(todayHere(now), 1 - days);
}
