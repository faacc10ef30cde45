import { z } from "zod";

/** RFC 9457. `type` ends in the kind that the web has words for; `parameters` fill them. */
export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "ProblemDocument" });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
