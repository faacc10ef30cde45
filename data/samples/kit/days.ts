import { Temporal } from "temporal-polyfill";

/** The ISO date so many days before (after, if negative) another. */
export function daysBefore(today: string, days: number): string {
  return Temporal.PlainDate.from(today).subtract({ days }).toString();
}

/** 1 January of the year before: when the sample plans came into force and most duties began. */
export function startOfDuty(today: string): string {
  return Temporal.PlainDate.from(today)
    .subtract({ years: 1 })
    .with({ month: 1, day: 1 })
    .toString();
}
