import type { TimeAllowed, WorkCalendar } from "./calendar.ts";
import type { HazardCategory, HazardLevel } from "./kinds.ts";

/** What a community decides about its hazards; local everywhere, so all of it can be changed. */
export interface HazardRules {
  /** Whether 较大 stands between the two national levels. */
  usesSerious: boolean;
  deadlines: Record<HazardCategory, Record<HazardLevel, TimeAllowed>>;
  calendar: WorkCalendar;
}

const hours = (amount: number): TimeAllowed => ({ amount, unit: "hours" });
const workingHours = (amount: number): TimeAllowed => ({ amount, unit: "working-hours" });
const workingDays = (amount: number): TimeAllowed => ({ amount, unit: "working-days" });

/** Those seen in the field (DOMAIN §4): 24 hours for fire, 4 working hours for rubbish, 15 days to build. */
export const DEFAULT_HAZARD_RULES: HazardRules = {
  usesSerious: true,
  deadlines: {
    fire: { general: hours(24), serious: hours(24), major: hours(12) },
    wiring: { general: workingDays(3), serious: hours(24), major: hours(12) },
    gas: { general: hours(24), serious: hours(12), major: hours(4) },
    ebike: { general: hours(24), serious: hours(24), major: hours(12) },
    exit: { general: hours(24), serious: hours(24), major: hours(12) },
    structure: { general: workingDays(15), serious: workingDays(5), major: hours(24) },
    road: { general: workingDays(5), serious: workingDays(2), major: hours(24) },
    drainage: { general: workingDays(3), serious: hours(24), major: hours(12) },
    rubbish: { general: workingDays(1), serious: workingHours(4), major: workingHours(4) },
    other: { general: workingDays(5), serious: workingDays(2), major: hours(24) },
  },
  calendar: {
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      ["08:30", "12:00"],
      ["13:30", "17:30"],
    ],
    // The State Council's notices for 2025 and 2026; each year's is entered by the community.
    holidays: [
      ...days("2025-01-01", 1),
      ...days("2025-01-28", 8),
      ...days("2025-04-04", 3),
      ...days("2025-05-01", 5),
      ...days("2025-05-31", 3),
      ...days("2025-10-01", 8),
      ...days("2026-01-01", 3),
      ...days("2026-02-15", 9),
      ...days("2026-04-04", 3),
      ...days("2026-05-01", 5),
      ...days("2026-06-19", 3),
      ...days("2026-09-25", 3),
      ...days("2026-10-01", 7),
    ],
    workedDays: [
      ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
      ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    ],
  },
};

/** The first day and how many there are, as ISO dates. */
function days(first: string, count: number): string[] {
  const start = Date.parse(first);
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * 86_400_000).toISOString().slice(0, 10),
  );
}
