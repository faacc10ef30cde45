export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** All samples keep the time of Beijing, which knows no summer time. */
const OFFSET = 8 * HOUR;

/** The hour of the day there, 0 to 24. */
function hourOf(moment: number): number {
  return ((((moment + OFFSET) % DAY) + DAY) % DAY) / HOUR;
}

/** The ISO date there. */
export function dayOf(moment: number): string {
  return new Date(moment + OFFSET).toISOString().slice(0, 10);
}

/** The moment of an hour of an ISO date there. */
export function momentOf(day: string, hour: number): number {
  return Date.parse(`${day}T00:00:00Z`) - OFFSET + Math.round(hour * 60) * MINUTE;
}

export function isWeekend(moment: number): boolean {
  const weekday = new Date(moment + OFFSET).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** What falls into the night is done the next morning. */
export function whenAwake(moment: number): number {
  const hour = hourOf(moment);
  if (hour >= 7.5 && hour <= 20.5) return moment;
  const morning = momentOf(dayOf(hour > 12 ? moment + DAY : moment), 8);
  return morning + (Math.floor(moment / MINUTE) % 90) * MINUTE;
}
