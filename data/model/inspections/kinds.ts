import type { HazardCategory } from "../hazards/kinds.ts";

/** What is visited. A point is one that was drawn on the map. */
export const TARGET_TYPES = ["place", "building", "household", "point"] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export const ROUND_REPEATS = ["once", "week", "month", "quarter", "year"] as const;
export type RoundRepeat = (typeof ROUND_REPEATS)[number];

export const ROUND_STATES = ["planned", "running", "ended"] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const LINE_ANSWERS = ["pass", "fail", "not-applicable"] as const;

/** One line of a checklist: said as what is well, so that a fail is a hazard. */
export interface ChecklistLine {
  id: string;
  text: string;
  textEn?: string | null;
  /** What a fail of it is; "other" where the list does not say. */
  category: HazardCategory;
}

/** A list that a community inspects by; a round takes a copy of its lines. */
export interface Checklist {
  id: string;
  name: string;
  nameEn?: string | null;
  /** What it is offered for. */
  for: TargetType[];
  lines: ChecklistLine[];
}

export interface LineAnswer {
  lineId: string;
  /** As the line said when it was answered. */
  text: string;
  answer: (typeof LINE_ANSWERS)[number];
  note: string;
  /** The hazard that a fail opened. */
  hazardId: string | null;
}

/** How a target stands in the period of today; `targetState` says what each means. */
export const TARGET_STATES = ["done", "due", "late", "never"] as const;
export type TargetState = (typeof TARGET_STATES)[number];
