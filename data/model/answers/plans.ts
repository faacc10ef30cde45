import { z } from "zod";
import { GRID_KINDS, PLAN_STATUSES, POST_PLACE_TYPES, POST_ROLES } from "../plans.ts";
import { Day } from "./people.ts";

const ONE_LINE = /^\P{Cc}*$/u;
export const PlanName = z.string().trim().min(1).max(80).regex(ONE_LINE);
/** Lines of text; PostgreSQL takes no NUL in one. */
export const PlanNote = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(?:\P{Cc}|\s)*$/u);
/** The plan that was read, which a change is made to. */
export const PlanVersionNumber = z.int().min(1).max(2_147_483_647);
const ordinal = z.int().min(0).max(1_000_000);
const ring = z.array(z.array(z.number()).min(2).max(3)).min(4);
const Outline = z.union([
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);

/** A plan in a list. */
export const PlanSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    note: z.string(),
    status: z.enum(PLAN_STATUSES),
    version: PlanVersionNumber,
    /** First day in force; null of a draft. */
    effectiveFrom: Day.nullable(),
    /** Last day in force; null while it is, and of drafts. */
    effectiveUntil: Day.nullable(),
    /** Null: it came with the community. */
    author: z.string().nullable(),
    savedBy: z.string().nullable(),
    savedAt: z.iso.datetime(),
    publishedBy: z.string().nullable(),
    publishedReason: z.string().nullable(),
    counts: z.object({
      grids: z.int(),
      microGrids: z.int(),
      buildings: z.int(),
      units: z.int(),
      uncovered: z.int(),
    }),
  })
  .meta({ id: "PlanSummary" });
export type PlanSummary = z.infer<typeof PlanSummary>;

export const GridFacts = z.object({
  name: PlanName,
  code: z.string().trim().max(40).regex(ONE_LINE).nullable(),
  kind: z.enum(GRID_KINDS),
  ordinal,
  isLocked: z.boolean(),
  outline: Outline.nullable(),
});

export const MicroGridFacts = z.object({
  gridId: z.uuid(),
  name: PlanName,
  ordinal,
  isLocked: z.boolean(),
});

export const PostPlace = z.object({
  role: z.enum(POST_ROLES),
  placeType: z.enum(POST_PLACE_TYPES),
  placeId: z.uuid(),
});

export const PlanTotals = z.object({
  units: z.int(),
  uncovered: z.int(),
  doubled: z.int(),
  load: z.number(),
  grids: z.int(),
  microGrids: z.int(),
});
export type PlanTotals = z.infer<typeof PlanTotals>;

/** One whole plan: what outside programs read, and the editor. */
export const PlanDetail = z
  .object({
    ...PlanSummary.omit({ counts: true }).shape,
    grids: z.array(z.object({ id: z.uuid(), ...GridFacts.shape, name: z.string() })),
    microGrids: z.array(z.object({ id: z.uuid(), ...MicroGridFacts.shape, name: z.string() })),
    /** Every unit of the ground, uncovered ones with a null; a building, or each entrance of a broken one. */
    units: z.array(
      z.object({
        id: z.uuid(),
        buildingId: z.uuid(),
        entranceId: z.uuid().nullable(),
        microGridId: z.uuid().nullable(),
        /** Null where the reader may not be told. */
        load: z.number().nullable(),
      }),
    ),
    /** Who is to answer where the plan says so; a post that is not here keeps whoever holds it. */
    posts: z.array(z.tuple([PostPlace, z.array(z.uuid())])),
    totals: PlanTotals,
  })
  .meta({ id: "PlanDetail" });
export type PlanDetail = z.infer<typeof PlanDetail>;
