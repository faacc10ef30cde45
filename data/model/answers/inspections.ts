import { z } from "zod";
import { LINE_ANSWERS } from "../inspections/kinds.ts";
import { LineId } from "./checklists.ts";
import { HazardPhoto, HazardReport, NewPhoto, PointLocation } from "./hazards.ts";
import { Named } from "./responsibility.ts";
import { whereabouts } from "./rounds.ts";

const instant = z.iso.datetime({ offset: true });
const note = z.string().trim().max(2000);

const AnswerIn = z.object({
  lineId: LineId,
  answer: z.enum(LINE_ANSWERS),
  note: note.default(""),
  /** What the line said on the phone: kept where the list has no such line any more. */
  text: z.string().trim().max(200).optional(),
});

export const NewInspection = z
  .object({
    /** Made by the client, UUIDv7: sent twice it is there once. */
    id: z.uuid(),
    /** A target of a round; or, outside of all rounds, one of the next three. */
    roundId: z.uuid().nullable().default(null),
    targetId: z.uuid().nullable().default(null),
    placeId: z.uuid().nullable().default(null),
    buildingId: z.uuid().nullable().default(null),
    location: PointLocation.nullable().default(null),
    /** Outside of rounds: which of the community's lists; absent: the first for such a target. */
    checklistId: LineId.nullable().default(null),
    /** Every line that is not answered passes. Without it every line is to be answered. */
    isAllWell: z.boolean().default(false),
    answers: z.array(AnswerIn).max(120).default([]),
    /** Which floors were walked; null: none in particular. */
    floors: z.array(z.int().min(-9).max(200)).max(210).nullable().default(null),
    note: note.default(""),
    /** By the phone's clock; absent: now. */
    doneAt: instant
      .refine((moment) => Date.parse(moment) >= 0, "too long ago")
      .nullable()
      .default(null),
    /** For fails that the person said more of; for all others the server opens one. */
    hazards: z
      .array(HazardReport.extend({ lineId: LineId }))
      .max(60)
      .default([]),
    photos: z
      .array(NewPhoto.extend({ lineId: LineId.nullable().default(null) }))
      .max(30)
      .default([]),
  })
  .refine(hasOneTarget, "exactly one of roundId with targetId, placeId, buildingId, location")
  .meta({ id: "NewInspection" });
export type NewInspection = z.infer<typeof NewInspection>;

interface PossibleTarget {
  roundId: string | null;
  targetId: string | null;
  placeId: string | null;
  buildingId: string | null;
  location: unknown;
}

function hasOneTarget({ roundId, targetId, placeId, buildingId, location }: PossibleTarget) {
  const given = [targetId, placeId, buildingId, location].filter((value) => value !== null);
  return given.length === 1 && (roundId === null) === (targetId === null);
}

export const InspectionSummary = z
  .object({
    id: z.uuid(),
    round: Named.nullable(),
    targetId: z.uuid().nullable(),
    ...whereabouts,
    floors: z.array(z.int()).nullable(),
    isAllWell: z.boolean(),
    answers: z.array(
      z.object({
        lineId: z.string(),
        text: z.string(),
        answer: z.enum(LINE_ANSWERS),
        note: z.string(),
        /** The hazard that a fail opened. */
        hazardId: z.uuid().nullable(),
      }),
    ),
    note: z.string(),
    at: instant,
    doneAt: instant,
    actorName: z.string().nullable(),
    photos: z.array(HazardPhoto.extend({ lineId: z.string().nullable() })),
  })
  .meta({ id: "InspectionSummary" });
export type InspectionSummary = z.infer<typeof InspectionSummary>;

/** By id: the newest day something was inspected there; null where that is still to come for the first time. */
const lastDays = z.record(z.uuid(), z.iso.date().nullable());

/** Without homes. What is not in it has nothing to inspect, and nobody ever inspected anything there. */
export const LastInspections = z
  .object({ grids: lastDays, "micro-grids": lastDays, buildings: lastDays })
  .meta({ id: "LastInspections" });
export type LastInspections = z.infer<typeof LastInspections>;
