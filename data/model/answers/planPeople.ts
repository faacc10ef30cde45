import { z } from "zod";
import { HELD_PLACE_TYPES, POST_ROLES } from "../plans.ts";
import { Day } from "./people.ts";
import { PostPlace } from "./plans.ts";
import { Named } from "./responsibility.ts";

/** Everybody who can be given a post, and what they have now. */
export const PlanPerson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** Posts they hold on the day asked for, and whether they are away then. */
    posts: z.array(
      PostPlace.extend({
        placeType: z.enum(HELD_PLACE_TYPES),
        placeName: z.string(),
        onLeaveUntil: Day.nullable(),
        isOnLeave: z.boolean(),
        standIn: Named.nullable(),
      }),
    ),
    capacities: z.array(z.object({ role: z.enum(POST_ROLES), load: z.number() })),
  })
  .meta({ id: "PlanPerson" });
export type PlanPerson = z.infer<typeof PlanPerson>;

export const Capacity = z.object({
  role: z.enum(POST_ROLES),
  /** Null: the community's own limit. */
  load: z.number().min(0).max(1_000_000).nullable(),
});
export type Capacity = z.infer<typeof Capacity>;
