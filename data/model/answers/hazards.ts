import { z } from "zod";
import { TIME_UNITS } from "../hazards/calendar.ts";
import {
  HAZARD_CATEGORIES,
  HAZARD_LEVELS,
  HAZARD_STATUSES,
  PHOTO_KINDS,
  RETURN_REASONS,
} from "../hazards/kinds.ts";
import { HAZARD_ACTIONS, HAZARD_STEPS, MOVE_REFUSALS } from "../hazards/moves.ts";
import { ACTIONS } from "../permissions.ts";
import { Named } from "./responsibility.ts";

/** Of years that every database takes. */
const instant = z.iso
  .datetime({ offset: true })
  .refine(isOfOurTime, { message: "not of our time" });
const isText = (text: string) => !text.includes("\0");
const note = z.string().trim().max(2000).refine(isText, { message: "not a text" });

function isOfOurTime(moment: string): boolean {
  const milliseconds = Date.parse(moment);
  return milliseconds >= 0 && milliseconds < Date.UTC(9999, 0);
}

/** WGS 84, longitude first. */
export const PointLocation = z.object({
  type: z.literal("Point"),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
});
export type PointLocation = z.infer<typeof PointLocation>;

/** A picture that goes with a report or a step. In a form its bytes are the file called by its id. */
export const NewPhoto = z.object({
  /** Made by the client, UUIDv7: sent twice it is there once. */
  id: z.uuid(),
  /** Absent: as the step asks for one. */
  kind: z.enum(PHOTO_KINDS).optional(),
  takenAt: instant.nullable().default(null),
  /** Whether what the picture says of its place is to be kept; otherwise it is dropped. */
  keepsLocation: z.boolean().default(false),
  /** Base64, in a body of JSON. */
  data: z.base64().optional(),
});
export type NewPhoto = z.infer<typeof NewPhoto>;

const photos = z.array(NewPhoto).max(9).default([]);

export const HazardReport = z
  .object({
    id: z.uuid(),
    category: z.enum(HAZARD_CATEGORIES),
    level: z.enum(HAZARD_LEVELS).default("general"),
    note: note.default(""),
    location: PointLocation,
    /** Filled in from the location where they are left out. */
    buildingId: z.uuid().nullable().optional(),
    floor: z.int().min(-9).max(200).nullable().default(null),
    placeId: z.uuid().nullable().default(null),
    /** The rule that a major one rests on; asked for with that level. */
    majorRule: note.max(500).nullable().default(null),
    /** "The same": it is kept as merged into this one, and its evidence stands in that one's history. */
    sameAsId: z.uuid().nullable().default(null),
    /** When it was seen, by the phone's clock; absent: now. */
    doneAt: instant.nullable().default(null),
    photos,
  })
  .meta({ id: "HazardReport" });
export type HazardReport = z.infer<typeof HazardReport>;

/** What a move brings along; which of it is asked for, says the table of moves. */
export const HazardMove = z
  .object({
    /** Made by the client: the same step sent again is taken once. Absent: a step of its own. */
    stepId: z.uuid().optional(),
    /** The row that was read. Absent: whichever is there. */
    version: z.int().min(1).optional(),
    note: note.default(""),
    reason: z.enum(RETURN_REASONS).nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
    departmentId: z.uuid().nullable().default(null),
    /** The hazard that it is the same as. */
    otherHazardId: z.uuid().nullable().default(null),
    /** Until when more time is asked for, or granted. Granting: absent grants what was asked, null says no. */
    until: instant.nullable().optional(),
    doneAt: instant.nullable().default(null),
    photos,
  })
  .meta({ id: "HazardMove" });
export type HazardMove = z.infer<typeof HazardMove>;

/** A line of the work list, and a pin. What depends on the clock is as of the answer. */
export const HazardSummary = z
  .object({
    id: z.uuid(),
    category: z.enum(HAZARD_CATEGORIES),
    level: z.enum(HAZARD_LEVELS),
    status: z.enum(HAZARD_STATUSES),
    note: z.string(),
    location: PointLocation,
    building: Named.nullable(),
    floor: z.int().nullable(),
    place: Named.nullable(),
    /** Of the plan in force. */
    grid: Named.nullable(),
    microGrid: Named.nullable(),
    reportedAt: instant,
    reportedByName: z.string().nullable(),
    assignee: Named.nullable(),
    department: Named.nullable(),
    fixedById: z.uuid().nullable(),
    fixedByName: z.string().nullable(),
    rectifiedAt: instant.nullable(),
    closedAt: instant.nullable(),
    clockStartsAt: instant,
    dueAt: instant.nullable(),
    isOverdue: z.boolean(),
    returnCount: z.int(),
    extensionUntil: instant.nullable(),
    mergedIntoId: z.uuid().nullable(),
    photoCount: z.int(),
    isStarred: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "HazardSummary" });
export type HazardSummary = z.infer<typeof HazardSummary>;

export const HazardPhoto = z.object({
  id: z.uuid(),
  kind: z.enum(PHOTO_KINDS),
  widthPixels: z.int(),
  heightPixels: z.int(),
  takenAt: instant.nullable(),
  /** Where its bytes are; `?width=320` a small one. */
  address: z.string(),
});
export type HazardPhoto = z.infer<typeof HazardPhoto>;

export const HazardStepAnswer = z.object({
  id: z.uuid(),
  step: z.enum(HAZARD_STEPS),
  fromStatus: z.enum(HAZARD_STATUSES).nullable(),
  toStatus: z.enum(HAZARD_STATUSES),
  at: instant,
  doneAt: instant.nullable(),
  actorName: z.string().nullable(),
  note: z.string(),
  reason: z.enum(RETURN_REASONS).nullable(),
  assignee: Named.nullable(),
  department: Named.nullable(),
  dueAt: instant.nullable(),
  until: instant.nullable(),
  otherHazardId: z.uuid().nullable(),
  photos: z.array(HazardPhoto),
});
export type HazardStepAnswer = z.infer<typeof HazardStepAnswer>;

/** One hazard with its history, and who the reader is to it: from this the buttons are drawn. */
export const HazardDetail = HazardSummary.extend({
  majorRule: z.string().nullable(),
  extensionReason: z.string().nullable(),
  inspectionId: z.uuid().nullable(),
  lineId: z.string().nullable(),
  steps: z.array(HazardStepAnswer),
  /** Others that turned out to be the same one, with their own histories. */
  merged: z.array(
    z.object({ id: z.uuid(), note: z.string(), reportedAt: instant, photos: z.array(HazardPhoto) }),
  ),
  /** Who would be asked to see to it: the worker of its grid, or who stands in. */
  proposedAssignee: Named.nullable(),
  reader: z.object({
    userId: z.uuid(),
    personIds: z.array(z.uuid()),
    actions: z.array(z.enum(ACTIONS)),
  }),
  /** Action → why the reader may not; an action that is not named is theirs to make. */
  refusals: z.partialRecord(z.enum(HAZARD_ACTIONS), z.enum(MOVE_REFUSALS)),
}).meta({ id: "HazardDetail" });
export type HazardDetail = z.infer<typeof HazardDetail>;

/** People whom a hazard can be given to. */
export const HazardTaker = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** Their duties in words are the web's: role and place. */
    duties: z.array(z.object({ role: z.string(), placeName: z.string().nullable() })),
    isDepartment: z.boolean(),
    isAway: z.boolean(),
    openHazards: z.int(),
  })
  .meta({ id: "HazardTaker" });
export type HazardTaker = z.infer<typeof HazardTaker>;

/** Several at once to one person, each by a move of its own. */
export const HazardAssignments = z
  .object({ ids: z.array(z.uuid()).min(1).max(500), assigneeId: z.uuid() })
  .meta({ id: "HazardAssignments" });
export type HazardAssignments = z.infer<typeof HazardAssignments>;

export const HazardAssignment = z.object({
  id: z.uuid(),
  /** Null: it is theirs now. Otherwise the kind of problem, and what it says. */
  refusal: z.object({ kind: z.string(), parameters: z.record(z.string(), z.unknown()) }).nullable(),
});
export type HazardAssignment = z.infer<typeof HazardAssignment>;

const TimeAllowed = z.object({
  amount: z.number().positive().max(8760),
  unit: z.enum(TIME_UNITS),
});
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const days = z.array(z.iso.date()).max(1000).readonly();

const WorkCalendar = z.object({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(),
  hours: z
    .array(z.tuple([clockTime, clockTime]).readonly())
    .min(1)
    .max(6)
    .refine(isInOrder, { message: "in order, without overlaps" })
    .readonly(),
  holidays: days,
  workedDays: days,
});

function isInOrder(hours: readonly (readonly [string, string])[]): boolean {
  const times = hours.flat();
  return times.every((time, index) => index === 0 || times[index - 1]! < time);
}

/** A community's deadlines and its working days, as `data/model/hazards/rules.ts` has them. */
export const HazardRulesAnswer = z
  .object({
    usesSerious: z.boolean(),
    deadlines: z.record(z.enum(HAZARD_CATEGORIES), z.record(z.enum(HAZARD_LEVELS), TimeAllowed)),
    calendar: WorkCalendar,
  })
  .meta({ id: "HazardRules" });
export type HazardRulesAnswer = z.infer<typeof HazardRulesAnswer>;
