import { z } from "zod";
import { PLAN_LEVELS } from "../plans.ts";
import { PlanEdit } from "./planEdits.ts";
import { PlanVersionNumber } from "./plans.ts";

/** What is asked for. Without `grids`, `load` and the like the plan is balanced as it is. */
export const ProposalGoal = z
  .object({
    level: z.enum(PLAN_LEVELS).default("grid"),
    /** Make so many grids (or so many micro-grids, by level). */
    grids: z.int().min(1).max(20_000).optional(),
    /** Least and most load of each. */
    load: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
    /** Inside each grid also micro-grids of this load; leaves them out where absent. */
    microGridLoad: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
    keepWhole: z.array(z.enum(["compound", "party-group"])).default([]),
    /** Better what is there, changing at most so many units; "least": as few as reach the limits. */
    maxMoves: z.union([z.int().min(0).max(1_000_000), z.literal("least")]).optional(),
    /** A grid more, beside the one that is fullest or the one named; or one less, its units to its neighbours. */
    addGridBeside: z.union([z.uuid(), z.literal("fullest")]).optional(),
    removeGrid: z.uuid().optional(),
  })
  .meta({ id: "ProposalGoal" });
export type ProposalGoal = z.infer<typeof ProposalGoal>;

export const ProposalRequest = z.object({
  goal: ProposalGoal,
  seed: z.int().min(0).max(2_147_483_647).default(1),
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

export const ProposalMeasures = z.object({
  /** Worst difference from the ideal load, as a share of it. */
  imbalance: z.number(),
  /** Whether every grid hangs together where the ground does. */
  contiguous: z.boolean(),
  /** Parts of grids that are cut off from the rest. */
  cutOff: z.int(),
  /**
   * 0–1, 1 for a disc: A² / 2πI of the ground, by its moment of inertia (Li, Goodchild and Church, 2013);
   * mean over the grids by their units, as in the figures of the editor.
   */
  compactness: z.number(),
  /** Units that change hands against the draft. */
  moved: z.int(),
  splitCompounds: z.int(),
  outsideLimits: z.int(),
  /** Household-weighted mean distance to the grid's centre, metres. */
  distanceMeters: z.number(),
});
export type ProposalMeasures = z.infer<typeof ProposalMeasures>;

export const PROPOSAL_PRIORITIES = ["balanced", "compact", "whole-compounds", "few-moves"] as const;
export const EXPLANATIONS = [
  "optimised-load",
  "optimised-distance",
  "optimised-compounds",
  "optimised-moves",
  "above-limit",
  "below-limit",
  "compound-split",
  "island-joined",
  "locked-left-alone",
  "dedicated-left-alone",
  "unit-too-large",
  "not-enough-units",
  "moves-used-up",
] as const;
export const Explanation = z.object({
  kind: z.enum(EXPLANATIONS),
  /** The grid, micro-grid, compound or unit it is about. */
  subjectId: z.uuid().nullable(),
  name: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Explanation = z.infer<typeof Explanation>;

export const ProposalAlternative = z.object({
  priority: z.enum(PROPOSAL_PRIORITIES),
  /** Unit → grid or micro-grid, by the goal's level. */
  assignment: z.array(z.tuple([z.uuid(), z.uuid()])),
  measures: ProposalMeasures,
  explanations: z.array(Explanation),
  /** The edit that makes it of the draft: post it to `changes`. */
  change: PlanEdit,
});
export type ProposalAlternative = z.infer<typeof ProposalAlternative>;

export const ProposalStatus = z
  .object({
    id: z.uuid(),
    status: z.enum(["running", "done", "cancelled", "failed"]),
    /** 0–1. */
    progress: z.number(),
    /** Of the best so far. */
    measures: ProposalMeasures.nullable(),
    /** The draft's version that it was made from. */
    version: PlanVersionNumber,
    /** When done, or cancelled with something to show. */
    alternatives: z.array(ProposalAlternative),
  })
  .meta({ id: "ProposalStatus" });
export type ProposalStatus = z.infer<typeof ProposalStatus>;
