import { Temporal } from "temporal-polyfill";

/** Today's ISO date in a community's own time zone; duties and inspections turn at its midnight. */
export function todayIn(timeZone: string, now: Temporal.Instant = Temporal.Now.instant()): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
