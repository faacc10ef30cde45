import { z } from "zod";
import { HAZARD_CATEGORIES, HAZARD_LEVELS } from "../hazards/kinds.ts";
import { Named } from "./responsibility.ts";

const closing = { closed: z.int(), medianDays: z.number() };

/** How hazards came and went: of places and kinds, never of people. */
export const HazardFiguresAnswer = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    unit: z.enum(["week", "month"]),
    /** Those at the ends as far as they are asked for. */
    periods: z.array(
      z.object({
        ...{ startsOn: z.iso.date(), endsOn: z.iso.date() },
        ...{ opened: z.int(), closed: z.int() },
      }),
    ),
    /** From report to close, of those closed in the period; slowest first. */
    byCategory: z.array(z.object({ category: z.enum(HAZARD_CATEGORIES), ...closing })),
    /** By the plan in force. Null: in no grid. */
    byGrid: z.array(z.object({ grid: Named.nullable(), ...closing })),
    /** Of now, whatever the period. */
    openNow: z.array(z.object({ level: z.enum(HAZARD_LEVELS), open: z.int(), overdue: z.int() })),
  })
  .meta({ id: "HazardFigures" });
export type HazardFiguresAnswer = z.infer<typeof HazardFiguresAnswer>;
