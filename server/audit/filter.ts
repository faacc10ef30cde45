import { and, eq, like, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { AUDIT_PLACES } from "#data/model/answers/audit.ts";
import { audit } from "#data/schema/index.ts";
import type { Resident } from "../resident/resident.ts";
import { problems } from "../problem.ts";
import { subjectsAt } from "./subjects.ts";

/** Before this nobody wrote an audit, and PostgreSQL has no year 0. */
const FIRST_DAY = "1970-01-01";
const Day = z.iso.date().refine((day) => day >= FIRST_DAY, "too long ago");
const PLACE = new RegExp(`^(${AUDIT_PLACES.join("|")}):([0-9a-fA-F-]{36})$`);

export const AuditFilter = z.object({
  person: z.uuid().optional().meta({ description: "The account of who did it" }),
  subjectType: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  subjectId: z.uuid().optional(),
  place: z
    .string()
    .regex(PLACE)
    .optional()
    .meta({ description: "type:id of a thing on the map, and what is in it" }),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}(\.[a-z-]{1,40})?$/)
    .optional()
    .meta({ description: "household.reveal, or household for all that was done to one" }),
  from: Day.optional().meta({ description: "First day, where the community is" }),
  to: Day.optional().meta({ description: "Last day" }),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** @throws Problem no-such-thing for a place that is not in the community */
export function conditionOf(filter: AuditFilter, resident: Resident): SQL | undefined {
  const { timeZone } = resident.bundle.community.settings;
  const startOf = (day: string) => sql`${day}::date::timestamp AT TIME ZONE ${timeZone}`;
  const endOf = (day: string) => sql`(${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
  const { person, subjectType, subjectId, place, action, from, to } = filter;
  return and(
    person ? eq(audit.actorId, person) : undefined,
    subjectType ? eq(audit.subjectType, subjectType) : undefined,
    subjectId ? eq(audit.subjectId, subjectId) : undefined,
    action ? or(eq(audit.action, action), like(audit.action, `${action}.%`)) : undefined,
    from ? sql`${audit.at} >= ${startOf(from)}` : undefined,
    to ? sql`${audit.at} < ${endOf(to)}` : undefined,
    place ? isAt(place, resident) : undefined,
  );
}

function isAt(place: string, resident: Resident): SQL {
  const [, type = "", id = ""] = PLACE.exec(place) ?? [];
  const ids = subjectsAt(resident, type as (typeof AUDIT_PLACES)[number], id.toLowerCase());
  if (ids.length === 0) throw problems.noSuchThing(type, id);
  // One parameter however many there are: a grid has hundreds of households.
  return sql`${audit.subjectId} = ANY(${`{${ids.join(",")}}`}::uuid[])`;
}
