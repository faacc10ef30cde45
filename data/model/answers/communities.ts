import { z } from "zod";
import { AREA_LEVELS } from "../areas.ts";
import { ACTIONS } from "../permissions.ts";

export const CommunityCounts = z
  .object({
    buildings: z.int(),
    households: z.int(),
    partyMembers: z.int(),
    partyCentreHouseholds: z.int(),
    grids: z.int(),
    microGrids: z.int(),
    compounds: z.int(),
  })
  .meta({ id: "CommunityCounts" });
export type CommunityCounts = z.infer<typeof CommunityCounts>;

export const AreaName = z.object({
  level: z.enum(AREA_LEVELS),
  name: z.string(),
  nameEn: z.string().nullable(),
});
export type AreaName = z.infer<typeof AreaName>;

export const CommunitySummary = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    isInvented: z.boolean(),
    attribution: z.string().nullable(),
    /** Outermost first. */
    areas: z.array(AreaName),
    /** West, south, east, north in degrees. */
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    counts: CommunityCounts,
    /** What the reader may do in it; the server asks again each time. */
    may: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: "CommunitySummary" });
export type CommunitySummary = z.infer<typeof CommunitySummary>;
