import { z } from "zod";

export const REVEALS = ["name", "phone", "both"] as const;
/** What of a household is asked for in full. */
export const RevealWhat = z.enum(REVEALS);
export type RevealWhat = z.infer<typeof RevealWhat>;

/** A household's name and phone in full, as far as they were asked for. */
export const Revealed = z
  .object({
    headName: z.string().optional(),
    /** Null where none is known. */
    phone: z.string().nullable().optional(),
  })
  .meta({ id: "Revealed" });
export type Revealed = z.infer<typeof Revealed>;

/** How often one may still have something shown in full. */
export const RevealAllowance = z
  .object({
    /** Within an hour. */
    limit: z.int(),
    left: z.int(),
    /** Until there is one more; 0 while any is left. */
    retryAfterSeconds: z.int(),
  })
  .meta({ id: "RevealAllowance" });
export type RevealAllowance = z.infer<typeof RevealAllowance>;
