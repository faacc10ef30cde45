import { z } from "zod";
import {
  GridFacts,
  MicroGridFacts,
  PlanName,
  PlanNote,
  PlanVersionNumber,
  PostPlace,
} from "./plans.ts";

/** `PlanChange` of `data/model/planning/change.ts` as it travels. */
export const PlanEdit = z
  .object({
    grids: z
      .array(z.tuple([z.uuid(), GridFacts.nullable()]))
      .max(20_000)
      .optional(),
    microGrids: z
      .array(z.tuple([z.uuid(), MicroGridFacts.nullable()]))
      .max(50_000)
      .optional(),
    broken: z
      .array(z.tuple([z.uuid(), z.boolean()]))
      .max(100_000)
      .optional(),
    put: z
      .array(z.tuple([z.uuid(), z.uuid().nullable()]))
      .max(500_000)
      .optional(),
    posts: z
      .array(z.tuple([PostPlace, z.array(z.uuid()).max(20).nullable()]))
      .max(100_000)
      .optional(),
  })
  .meta({ id: "PlanEdit" });

/**
 * `from`: the plan in force, nothing, or the plan of that id; `change` is made to it in the same step.
 * `id` is made by the client, so that asked twice makes one.
 */
export const NewPlan = z.object({
  id: z.uuid().optional(),
  name: PlanName,
  note: PlanNote.optional(),
  from: z.union([z.enum(["in-force", "empty"]), z.uuid()]),
  change: PlanEdit.optional(),
});
export type NewPlan = z.infer<typeof NewPlan>;

export const PlanChangeRequest = PlanEdit.extend({
  version: PlanVersionNumber,
  name: PlanName.optional(),
  note: PlanNote.optional(),
}).meta({ id: "PlanChangeRequest" });
export type PlanChangeRequest = z.infer<typeof PlanChangeRequest>;

export const PlanVersion = z
  .object({ id: z.uuid(), version: PlanVersionNumber, savedAt: z.iso.datetime() })
  .meta({ id: "PlanVersion" });
export type PlanVersion = z.infer<typeof PlanVersion>;

/** What making a draft had to decide: units that the source gave twice, or that lie in no outline or row. */
export const NEW_PLAN_NOTES = [
  "doubled-resolved",
  "outside-outlines",
  "in-several-outlines",
  "building-elsewhere",
  "row-not-understood",
  "no-such-building",
] as const;
export const NewPlanNote = z.object({
  kind: z.enum(NEW_PLAN_NOTES),
  unitId: z.uuid().nullable(),
  /** What the source calls it. */
  name: z.string(),
  detail: z.string().nullable(),
});
export const CreatedPlan = PlanVersion.extend({ notes: z.array(NewPlanNote) }).meta({
  id: "CreatedPlan",
});
export type CreatedPlan = z.infer<typeof CreatedPlan>;
