import { z } from "zod";
import { HAZARD_CATEGORIES } from "../hazards/kinds.ts";
import { POST_ROLES } from "../plans.ts";
import { Day } from "./people.ts";
import { PlanVersionNumber, PostPlace } from "./plans.ts";
import { Named } from "./responsibility.ts";

export const PlanPublication = z.object({
  effectiveFrom: Day,
  /** The version the person looked at; absent: whichever is there. */
  version: PlanVersionNumber.optional(),
  /** Why it is published although something is uncovered. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type PlanPublication = z.infer<typeof PlanPublication>;

const HandOverUnit = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  name: z.string(),
  households: z.int(),
  load: z.number(),
});
export const HandOver = z
  .object({
    planId: z.uuid(),
    version: PlanVersionNumber,
    effectiveFrom: Day,
    /** What stands against publishing: units with no micro-grid, or two. */
    uncovered: z.array(Named),
    doubled: z.array(Named),
    /** Posts that nobody will hold. */
    vacant: z.array(PostPlace.extend({ placeName: z.string() })),
    /** From whom to whom: null is nobody. */
    transfers: z.array(
      z.object({
        role: z.enum(POST_ROLES),
        from: Named.nullable(),
        to: Named.nullable(),
        fromPlace: Named.nullable(),
        toPlace: Named.nullable(),
        units: z.array(HandOverUnit),
        households: z.int(),
        load: z.number(),
        openHazards: z.array(
          z.object({
            id: z.uuid(),
            category: z.enum(HAZARD_CATEGORIES),
            /** What somebody wrote of it; may be empty. */
            name: z.string(),
            dueAt: z.string().nullable(),
          }),
        ),
        dueInspections: z.array(
          z.object({ placeId: z.uuid(), name: z.string(), lastInspectedOn: Day.nullable() }),
        ),
        /** What rounds still want to have visited by then; of homes nothing. */
        dueTargets: z.array(
          z.object({
            id: z.uuid(),
            roundId: z.uuid(),
            roundName: z.string(),
            type: z.enum(["place", "building", "point"]),
            buildingId: z.uuid().nullable(),
            name: z.string(),
            state: z.enum(["due", "late", "never"]),
            /** Of the round's period. */
            endsOn: Day,
          }),
        ),
      }),
    ),
  })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof HandOver>;
