import { z } from "zod";
import { GRID_KINDS, PLAN_LEVELS, PLAN_STATUSES, POST_PLACE_TYPES, POST_ROLES } from "../plans.ts";
import { Day } from "./people.ts";
import { Named } from "./responsibility.ts";

const ONE_LINE = /^\P{Cc}*$/u;
const name = z.string().trim().min(1).max(80).regex(ONE_LINE);
/** Lines of text; PostgreSQL takes no NUL in one. */
const note = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(?:\P{Cc}|\s)*$/u);
/** The plan that was read, which a change is made to. */
const version = z.int().min(1).max(2_147_483_647);
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
    version,
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
    counts: z.object({ grids: z.int(), microGrids: z.int(), units: z.int(), uncovered: z.int() }),
  })
  .meta({ id: "PlanSummary" });
export type PlanSummary = z.infer<typeof PlanSummary>;

export const GridFacts = z.object({
  name,
  code: z.string().trim().max(40).regex(ONE_LINE).nullable(),
  kind: z.enum(GRID_KINDS),
  ordinal,
  isLocked: z.boolean(),
  outline: Outline.nullable(),
});

export const MicroGridFacts = z.object({
  gridId: z.uuid(),
  name,
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

/** `from`: the plan in force, nothing, or the plan of that id. `id` is made by the client, so that asked twice makes one. */
export const NewPlan = z.object({
  id: z.uuid().optional(),
  name,
  note: note.optional(),
  from: z.union([z.enum(["in-force", "empty"]), z.uuid()]),
});
export type NewPlan = z.infer<typeof NewPlan>;

/** `PlanChange` of `data/model/planning/change.ts` as it travels. */
export const PlanChangeRequest = z
  .object({
    version,
    name: name.optional(),
    note: note.optional(),
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
  .meta({ id: "PlanChangeRequest" });
export type PlanChangeRequest = z.infer<typeof PlanChangeRequest>;

export const PlanVersion = z
  .object({ id: z.uuid(), version, savedAt: z.iso.datetime() })
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

/** In the order of `WORK_FACTS`. */
const facts = z.array(z.number());
const Geometry = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });
/** `PlanningGround` of `data/model/planning/ground.ts` with what the community has set. */
export const PlanningGroundAnswer = z
  .object({
    boundary: Geometry,
    barriers: z.array(Geometry),
    buildings: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        compoundId: z.uuid().nullable(),
        footprint: Geometry,
        facts,
        entrances: z.array(z.object({ id: z.uuid(), name: z.string(), facts })),
      }),
    ),
    compounds: z.array(Named),
    partyGroups: z.array(Named.extend({ buildingIds: z.array(z.uuid()) })),
    settings: z.object({
      gridHouseholds: z.tuple([z.number(), z.number()]),
      microGridHouseholds: z.tuple([z.number(), z.number()]),
      loadWeights: z.lazy(() => LoadWeights),
    }),
    today: Day,
  })
  .meta({ id: "PlanningGround" });
export type PlanningGroundAnswer = z.infer<typeof PlanningGroundAnswer>;

const weight = z.number().min(0).max(100);
export const LoadWeights = z
  .object({
    household: weight,
    resident: weight,
    elderlyAlone: weight,
    disabled: weight,
    letDwelling: weight,
    floorWithoutLift: weight,
    smallPlace: weight,
    openHazard: weight,
  })
  .meta({ id: "LoadWeights" });
export type LoadWeights = z.infer<typeof LoadWeights>;

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
  /** 0–1, mean over the grids: area of the ground against its convex hull's (Reock-like; see the model). */
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
  change: PlanChangeRequest.omit({ version: true, name: true, note: true }),
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
    version,
    /** When done, or cancelled with something to show. */
    alternatives: z.array(ProposalAlternative),
  })
  .meta({ id: "ProposalStatus" });
export type ProposalStatus = z.infer<typeof ProposalStatus>;

export const PlanPublication = z.object({
  effectiveFrom: Day,
  /** The version the person looked at; absent: whichever is there. */
  version: version.optional(),
  /** Why it is published although something is uncovered. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type PlanPublication = z.infer<typeof PlanPublication>;

const HandOverUnit = z.object({
  id: z.uuid(),
  buildingId: z.uuid(),
  name: z.string(),
  households: z.int(),
  load: z.number(),
});
export const HandOver = z
  .object({
    planId: z.uuid(),
    version,
    effectiveFrom: Day,
    /** What stands against publishing: units with no micro-grid, or two. */
    uncovered: z.array(Named),
    doubled: z.array(Named),
    /** Posts that nobody will hold. */
    vacant: z.array(PostPlace.extend({ placeName: z.string() })),
    /** From whom to whom: null is nobody. */
    transfers: z.array(
      z.object({
        role: z.enum(POST_ROLES),
        from: Named.nullable(),
        to: Named.nullable(),
        fromPlace: Named.nullable(),
        toPlace: Named.nullable(),
        units: z.array(HandOverUnit),
        households: z.int(),
        load: z.number(),
        openHazards: z.array(z.object({ id: z.uuid(), name: z.string(), dueAt: z.string() })),
        dueInspections: z.array(
          z.object({ placeId: z.uuid(), name: z.string(), lastInspectedOn: Day.nullable() }),
        ),
      }),
    ),
  })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof HandOver>;

/** Everybody who can be given a post, and what they have now. */
export const PlanPerson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** Posts they hold today. */
    posts: z.array(
      PostPlace.extend({
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
