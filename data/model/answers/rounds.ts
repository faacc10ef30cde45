import { z } from "zod";
import { HOUSEHOLD_TAGS } from "../households.ts";
import { ROUND_REPEATS, ROUND_STATES, TARGET_STATES, TARGET_TYPES } from "../inspections/kinds.ts";
import { PLACE_KINDS } from "../places.ts";
import { ChecklistLine, ChecklistLines } from "./checklists.ts";
import { PointLocation } from "./hazards.ts";
import { Day } from "./people.ts";
import { Named, PersonOnDuty } from "./responsibility.ts";

const instant = z.iso.datetime({ offset: true });
const note = z.string().trim().max(2000);
const name = z.string().trim().min(1).max(80);
const ids = z.array(z.uuid()).max(20_000);

/** What to visit, in words; it is taken as of the moment the round is made. */
export const TargetChoice = z.discriminatedUnion("type", [
  /** Those of these kinds, and these. */
  z.object({
    type: z.literal("places"),
    kinds: z.array(z.enum(PLACE_KINDS)).min(1).optional(),
    /** Of the kinds only within these grids of the plan in force; absent: everywhere. */
    gridIds: ids.optional(),
    placeIds: ids.optional(),
  }),
  /** Those of these compounds, of these grids, and these; all of them where none of the three is there. */
  z.object({
    type: z.literal("buildings"),
    compoundIds: ids.optional(),
    gridIds: ids.optional(),
    buildingIds: ids.optional(),
  }),
  /** Homes with any of the tags: to be asked for by who may see tags in the whole community. */
  z.object({
    type: z.literal("households"),
    tags: z.array(z.enum(HOUSEHOLD_TAGS)).min(1),
    gridIds: ids.optional(),
  }),
  z.object({
    type: z.literal("points"),
    points: z
      .array(z.object({ name, location: PointLocation }))
      .min(1)
      .max(500),
  }),
]);
export type TargetChoice = z.infer<typeof TargetChoice>;

/** Where neither the calendar nor the database comes to its end. */
const RoundDay = Day.refine((day) => day >= "1970-01-01" && day < "3000-01-01", "too far away");

const terms = {
  name,
  note: note.default(""),
  /** Of a repeated round the first period; the next begins the day after, and is as long as `repeats` says. */
  startsOn: RoundDay,
  endsOn: RoundDay,
  repeats: z.enum(ROUND_REPEATS).default("once"),
  checklist: ChecklistLines,
};

export const NewRound = z
  .object({ id: z.uuid(), ...terms, targets: z.array(TargetChoice).min(1).max(20) })
  .meta({ id: "NewRound" });
export type NewRound = z.infer<typeof NewRound>;

export const RoundChange = z
  .object({
    version: z.int().min(1),
    ...terms,
    addTargets: z.array(TargetChoice).max(20).default([]),
  })
  .meta({ id: "RoundChange" });
export type RoundChange = z.infer<typeof RoundChange>;

/** Single targets that are not to be visited, and why: what was inspected of them stays. */
export const LeavingOut = z
  .object({ targetIds: ids.min(1), reason: z.string().trim().min(1).max(500) })
  .meta({ id: "LeavingOut" });
export type LeavingOut = z.infer<typeof LeavingOut>;

export const PuttingBack = z
  .object({
    targets: z.array(TargetChoice).min(1).max(20),
    reason: z.string().trim().max(500).default(""),
  })
  .meta({ id: "PuttingBack" });
export type PuttingBack = z.infer<typeof PuttingBack>;

/** Something that a round had to visit and does not any more. Homes are not told of. */
export const LeftOut = z
  .object({
    type: z.enum(TARGET_TYPES).exclude(["household"]),
    /** As it was called then. */
    name: z.string(),
    /** What puts it back. */
    choice: TargetChoice,
    at: instant,
    byName: z.string().nullable(),
    reason: z.string(),
  })
  .meta({ id: "LeftOut" });
export type LeftOut = z.infer<typeof LeftOut>;

export const RoundEnd = z.object({ version: z.int().min(1) }).meta({ id: "RoundEnd" });
export type RoundEnd = z.infer<typeof RoundEnd>;

export const RoundPeriod = z.object({ startsOn: Day, endsOn: Day });
export type RoundPeriod = z.infer<typeof RoundPeriod>;

export const RoundSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    note: z.string(),
    startsOn: Day,
    endsOn: Day,
    repeats: z.enum(ROUND_REPEATS),
    state: z.enum(ROUND_STATES),
    /** That of today; before it starts the first, after its end the last. */
    period: RoundPeriod,
    endedAt: instant.nullable(),
    createdAt: instant,
    createdByName: z.string().nullable(),
    /** Targets by their state, as far as the reader may see them: homes only with a duty there. */
    counts: z.record(z.enum(TARGET_STATES), z.int()),
    version: z.int(),
  })
  .meta({ id: "RoundSummary" });
export type RoundSummary = z.infer<typeof RoundSummary>;

export const RoundDetail = RoundSummary.extend({ checklist: z.array(ChecklistLine) }).meta({
  id: "RoundDetail",
});
export type RoundDetail = z.infer<typeof RoundDetail>;

/** Where something visited is, and who answers for it today. */
export const whereabouts = {
  type: z.enum(TARGET_TYPES),
  /** 3号楼, 3号楼 2单元 502, 张记面馆: never a resident's. */
  name: z.string(),
  location: PointLocation,
  building: Named.nullable(),
  place: Named.nullable(),
  /** Of the plan in force. */
  grid: Named.nullable(),
  microGrid: Named.nullable(),
};

export const RoundTarget = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    ...whereabouts,
    placeKind: z.enum(PLACE_KINDS).nullable(),
    /** Of its building, to say which floors were walked; null where it is not known. */
    storeys: z.int().nullable(),
    state: z.enum(TARGET_STATES),
    /** The newest inspection of it in this round. */
    inspectedAt: instant.nullable(),
    isAllWell: z.boolean().nullable(),
  })
  .meta({ id: "RoundTarget" });
export type RoundTarget = z.infer<typeof RoundTarget>;

/** Never, late, due, then done; within each by grid and name as people count. */
export const RoundTargets = z
  .object({
    targets: z.array(RoundTarget),
    /** Grid → its workers of today, stand-ins included; a grid without any has none. */
    workers: z.record(z.uuid(), z.array(PersonOnDuty)),
  })
  .meta({ id: "RoundTargets" });
export type RoundTargets = z.infer<typeof RoundTargets>;

/** Choices that no round is made of yet. */
export const TargetChoices = z
  .object({ targets: z.array(TargetChoice).min(1).max(20) })
  .meta({ id: "TargetChoices" });
export type TargetChoices = z.infer<typeof TargetChoices>;

export const RoundShare = z.object({
  /** Null: on the ground of no grid, so that it falls to nobody. */
  grid: Named.nullable(),
  workers: z.array(PersonOnDuty),
  count: z.int(),
});
export type RoundShare = z.infer<typeof RoundShare>;

export const RoundPreview = z
  .object({ total: z.int(), shares: z.array(RoundShare) })
  .meta({ id: "RoundPreview" });
export type RoundPreview = z.infer<typeof RoundPreview>;

/** What a phone takes along: the reader's targets of running rounds, and what to ask at each. */
export const MyTargets = RoundTargets.extend({ rounds: z.array(RoundDetail) }).meta({
  id: "MyTargets",
});
export type MyTargets = z.infer<typeof MyTargets>;
