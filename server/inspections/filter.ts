import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { inspections } from "#data/schema/index.ts";

/** PostgreSQL has no year 0, and nobody inspected anything before this. */
const Day = z.iso.date().refine((day) => day >= "1970-01-01", "too long ago");

export const InspectionFilter = z.object({
  roundId: z.uuid().optional(),
  targetId: z.uuid().optional(),
  placeId: z.uuid().optional(),
  buildingId: z.uuid().optional(),
  from: Day.optional().meta({ description: "First day, where the community is" }),
  to: Day.optional().meta({ description: "Last day" }),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type InspectionFilter = z.infer<typeof InspectionFilter>;

export function conditionOf(filter: InspectionFilter, timeZone: string): SQL | undefined {
  const { roundId, targetId, placeId, buildingId, from, to } = filter;
  const startOf = (day: string) => sql`${day}::date::timestamp AT TIME ZONE ${timeZone}`;
  const endOf = (day: string) => sql`(${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
  return and(
    roundId ? eq(inspections.roundId, roundId) : undefined,
    targetId ? eq(inspections.targetId, targetId) : undefined,
    placeId ? eq(inspections.placeId, placeId) : undefined,
    buildingId ? eq(inspections.buildingId, buildingId) : undefined,
    from ? sql`${inspections.doneAt} >= ${startOf(from)}` : undefined,
    to ? sql`${inspections.doneAt} < ${endOf(to)}` : undefined,
  );
}
