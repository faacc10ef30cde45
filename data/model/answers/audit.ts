import { z } from "zod";

/** What can be pressed on the map. */
export const AUDIT_PLACES = ["building", "grid", "micro-grid", "compound", "place"] as const;
export type AuditPlaceType = (typeof AUDIT_PLACES)[number];

const Who = z.object({ id: z.uuid(), name: z.string() });

/** Something that was done, as it was written down. */
export const AuditRow = z
  .object({
    id: z.uuid(),
    /** The community's address. */
    community: z.string(),
    at: z.iso.datetime(),
    /** As it was called then; null is the program itself. */
    actor: Who.nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.uuid(),
    /** As it is called now; null where it is gone. */
    subjectName: z.string().nullable(),
    /** Where it is on the map; null for what has no place there. */
    thing: z.object({ type: z.enum(AUDIT_PLACES), id: z.uuid() }).nullable(),
    /** What changed. Residents' names and phones are masked, or left out. */
    from: z.unknown(),
    to: z.unknown(),
    reason: z.string().nullable(),
  })
  .meta({ id: "AuditRow" });
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditPage = z
  .object({
    /** Newest first. */
    rows: z.array(AuditRow),
    /** Asks for the next page; null on the last. */
    before: z.uuid().nullable(),
    /** Ids that stand in `from` and `to`, by name: people, grids, buildings … */
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof AuditPage>;

/** What the audit of a community can be filtered by. */
export const AuditChoices = z
  .object({ actors: z.array(Who), actions: z.array(z.string()) })
  .meta({ id: "AuditChoices" });
export type AuditChoices = z.infer<typeof AuditChoices>;
