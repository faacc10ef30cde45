import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { deadlineAfter } from "#data/model/hazards/calendar.ts";
import type { HazardCategory, HazardLevel } from "#data/model/hazards/kinds.ts";
import { DEFAULT_HAZARD_RULES, type HazardRules } from "#data/model/hazards/rules.ts";
import { communities } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";

/** What a community decides about its hazards, and where its days begin. */
export interface Deadlines {
  rules: HazardRules;
  /** IANA */
  timeZone: string;
}

/**
 * From the row, not from memory: a rule that was just changed counts at once.
 * @throws Problem no-such-thing
 */
export async function readDeadlines({ db }: Tx, communityId: string): Promise<Deadlines> {
  const [row] = await db
    .select({ settings: communities.settings })
    .from(communities)
    .where(eq(communities.id, communityId));
  if (!row) throw problems.noSuchThing("community", communityId);
  const { hazardRules: rules = DEFAULT_HAZARD_RULES, timeZone } = row.settings;
  return { rules, timeZone };
}

/** When a hazard is to be seen to whose clock starts at a moment. */
export function deadlineOf(
  { rules, timeZone }: Deadlines,
  { category, level }: { category: HazardCategory; level: HazardLevel },
  start: Date,
): Date {
  const instant = Temporal.Instant.fromEpochMilliseconds(start.getTime());
  const allowed = rules.deadlines[category][level];
  const due = deadlineAfter(instant, allowed, rules.calendar, timeZone);
  return new Date(due.epochMilliseconds);
}
