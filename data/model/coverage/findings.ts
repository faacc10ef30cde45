import { z } from "zod";
import { DUTY_PLACE_TYPES, ROLES } from "../duties.ts";
import { TARGET_STATES } from "../inspections/kinds.ts";
import { PLACE_KINDS } from "../places.ts";
import {
  FINDING_KINDS,
  type FindingKind,
  FOOTPRINT_PROBLEM_KINDS,
  SEVERITIES,
  SUBJECT_TYPES,
} from "./kinds.ts";

export const Subject = z.object({ type: z.enum(SUBJECT_TYPES), id: z.string(), name: z.string() });
export type Subject = z.infer<typeof Subject>;

/** What is on every finding. The position is WGS 84, longitude first, on a real unit or place. */
const common = {
  /** The kind and the subject's id: the same finding keeps its id from one reading to the next. */
  id: z.string(),
  severity: z.enum(SEVERITIES),
  subject: Subject,
  position: z.tuple([z.number(), z.number()]),
};

const unit = { unitId: z.string(), buildingId: z.string() };
/** Posts that exist for the role but that nobody holds. */
const posts = { postIds: z.array(z.string()) };
const duty = {
  role: z.enum(ROLES),
  placeType: z.enum(DUTY_PLACE_TYPES),
  placeId: z.string(),
  placeName: z.string(),
  /** Somebody else answers there in the same role today: the finding is then only to look at. */
  isAnsweredByOther: z.boolean(),
};
/** Households, with the community's limits. */
const size = { households: z.number(), min: z.number(), max: z.number() };
const microGridOf = { gridId: z.string(), gridName: z.string() };

/** One thing the coverage page says, with what is needed to say it. */
export const Finding = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("unit-uncovered"),
    ...unit,
    households: z.number(),
    /** The micro-grid to put it in; null where there is none. */
    nearest: z.object({ id: z.string(), name: z.string() }).nullable(),
  }),
  z.object({
    ...common,
    kind: z.literal("unit-doubled"),
    ...unit,
    /** One for each assignment, so an id can stand twice. */
    microGridIds: z.array(z.string()),
  }),
  z.object({ ...common, kind: z.literal("grid-without-worker"), ...posts }),
  z.object({
    ...common,
    kind: z.literal("micro-grid-without-leader"),
    ...microGridOf,
    ...posts,
  }),
  z.object({ ...common, kind: z.literal("duty-vacant"), ...duty }),
  z.object({
    ...common,
    kind: z.literal("duty-on-leave"),
    ...duty,
    personId: z.string(),
    personName: z.string(),
    /** Last day of the leave, ISO date; null while open. */
    leaveEndsOn: z.string().nullable(),
  }),
  z.object({ ...common, kind: z.literal("building-without-contact"), ...posts }),
  z.object({
    ...common,
    kind: z.literal("place-not-inspected"),
    placeKind: z.enum(PLACE_KINDS),
    /** Both null if it never was. */
    inspectedOn: z.string().nullable(),
    daysSince: z.number().nullable(),
    periodDays: z.number(),
  }),
  z.object({
    ...common,
    kind: z.literal("target-not-inspected"),
    roundId: z.string(),
    roundName: z.string(),
    state: z.enum(TARGET_STATES).exclude(["done"]),
    /** Last day of the round's period of today, ISO date. */
    periodEndsOn: z.string(),
    /** Newest inspection in the round; null if it never was. */
    inspectedOn: z.string().nullable(),
  }),
  /** One for each part of a grid beside its largest. */
  z.object({ ...common, kind: z.literal("grid-cut-off"), unitIds: z.array(z.string()) }),
  z.object({ ...common, kind: z.literal("grid-too-small"), ...size }),
  z.object({ ...common, kind: z.literal("grid-too-large"), ...size }),
  z.object({ ...common, kind: z.literal("micro-grid-too-small"), ...size, ...microGridOf }),
  z.object({ ...common, kind: z.literal("micro-grid-too-large"), ...size, ...microGridOf }),
  z.object({ ...common, kind: z.literal("grid-empty") }),
  z.object({ ...common, kind: z.literal("micro-grid-empty"), ...microGridOf }),
  z.object({
    ...common,
    kind: z.literal("outline-disagrees"),
    ...unit,
    /** The grid of the plan. */
    gridId: z.string(),
    /** Other grids whose official outline contains the unit. */
    outlineGridIds: z.array(z.string()),
  }),
  z.object({ ...common, kind: z.literal("building-outside-boundary") }),
  z.object({
    ...common,
    kind: z.literal("footprint-problem"),
    problem: z.enum(FOOTPRINT_PROBLEM_KINDS).exclude(["touching"]),
    otherId: z.string().nullable(),
    otherName: z.string().nullable(),
  }),
]);
export type Finding = z.infer<typeof Finding>;

export type FindingOf<Kind extends FindingKind> = Extract<Finding, { kind: Kind }>;

const count = z.number();

export const CoverageTotals = z.object({
  buildings: count,
  units: count,
  households: count,
  residents: count,
  partyMembers: count,
  /** Households with a party member, centre households among them. */
  partyHouseholds: count,
  partyCentreHouseholds: count,
  compounds: count,
  grids: count,
  microGrids: count,
  /** Units nobody is assigned to, and units assigned more than once. */
  uncovered: count,
  doubled: count,
  /** Posts nobody holds: grids without worker, micro-grids without leader, and `duty-vacant`. */
  vacant: count,
  /** Findings by severity and by kind; every kind is there. */
  act: count,
  look: count,
  byKind: z.record(z.enum(FINDING_KINDS), count),
});
export type CoverageTotals = z.infer<typeof CoverageTotals>;

/** Findings are ordered by kind, then by their subject's name as people count (2号楼 before 10号楼). */
export const Coverage = z.object({ totals: CoverageTotals, findings: z.array(Finding) });
export type Coverage = z.infer<typeof Coverage>;
