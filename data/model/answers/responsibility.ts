import { z } from "zod";
import { ROLES } from "../duties.ts";

/** Somebody who answers for a place today, or the gap where nobody does. */
export const PersonOnDuty = z
  .object({
    dutyId: z.uuid(),
    role: z.enum(ROLES),
    state: z.enum(["present", "stand-in", "on-leave", "vacant"]),
    /** Null in a vacant post. */
    name: z.string().nullable(),
    phone: z.string().nullable(),
    /** Whose place a stand-in takes. */
    standInFor: z.string().nullable(),
    /** Last day of the leave, ISO date. */
    until: z.string().nullable(),
  })
  .meta({ id: "PersonOnDuty" });
export type PersonOnDuty = z.infer<typeof PersonOnDuty>;

export const Named = z.object({ id: z.uuid(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** West, south, east, north in degrees: where the camera goes to see the thing. */
export const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bounds = z.infer<typeof Bounds>;
