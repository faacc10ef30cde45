import { z } from "zod";
import { DUTY_PLACE_TYPES, ROLES } from "../duties.ts";
import { ACTIONS } from "../permissions.ts";

export const HeldDuty = z.object({
  dutyId: z.uuid(),
  role: z.enum(ROLES),
  placeType: z.enum(DUTY_PLACE_TYPES),
  placeId: z.uuid(),
  /** In the place of somebody who is away. */
  standsIn: z.boolean(),
});

/** Who is signed in, and what they hold today. */
export const Me = z
  .object({
    userId: z.uuid(),
    username: z.string(),
    name: z.string(),
    isAdmin: z.boolean(),
    communities: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        duties: z.array(HeldDuty),
        may: z.array(z.enum(ACTIONS)),
      }),
    ),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

/** What the sign-in page says on an installation with samples. */
export const SignInHelp = z
  .object({
    /** Empty where no sample account is left. */
    samples: z.array(
      z.object({
        username: z.string(),
        name: z.string(),
        /** Of the community it belongs to; null for those that reach all. */
        community: z
          .object({ slug: z.string(), name: z.string(), nameEn: z.string().nullable() })
          .nullable(),
        role: z.enum(ROLES),
      }),
    ),
  })
  .meta({ id: "SignInHelp" });
export type SignInHelp = z.infer<typeof SignInHelp>;
