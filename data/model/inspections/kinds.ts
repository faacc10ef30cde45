import type { HazardCategory } from "../hazards/kinds.ts";

/** What is visited. A point is one that was drawn on the map. */
export const TARGET_TYPES = ["place", "building", "household", "point"] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

export const ROUND_REPEATS = ["once", "week", "month", "quarter", "year"] as const;
export type RoundRepeat = (typeof ROUND_REPEATS)[number];

export const LINE_ANSWERS = ["pass", "fail", "not-applicable"] as const;

/** One line of a checklist: said as what is well, so that a fail is a hazard. */
export interface ChecklistLine {
  id: string;
  text: string;
  /** What a fail of it is; "other" where the list does not say. */
  category: HazardCategory;
}

export interface LineAnswer {
  lineId: string;
  answer: (typeof LINE_ANSWERS)[number];
  note: string;
  /** The hazard that a fail opened. */
  hazardId: string | null;
}

/** How a target stands in the period of today. */
export const TARGET_STATES = ["done", "due", "late", "never"] as const;
export type TargetState = (typeof TARGET_STATES)[number];
