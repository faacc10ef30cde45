import { DEFAULT_SETTINGS } from "./communities.ts";

/** Duties, plans and inspections turn at the midnight of their community, however a reader's clock is set. */
export const COMMUNITY_ZONE = DEFAULT_SETTINGS.timeZone;

/** Sweden writes dates as ISO 8601 does. */
const ISO_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: COMMUNITY_ZONE, dateStyle: "short" });
const ISO_TIME = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: COMMUNITY_ZONE, dateStyle: "short", timeStyle: "medium" },
});

/** The ISO date of a moment where the communities are. */
export function communityDay(moment: Date): string {
  return ISO_DAY.format(moment);
}

/** When a day begins there. @param day ISO date @returns milliseconds since 1970 */
export function startOfCommunityDay(day: string): number {
  const inGreenwich = Date.parse(`${day}T00:00:00Z`);
  // What the clock there shows at that moment says how far it is ahead.
  const shown = Date.parse(`${ISO_TIME.format(inGreenwich).replace(" ", "T")}Z`);
  return inGreenwich - (shown - inGreenwich);
}
