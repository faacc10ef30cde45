/** A `scheduled` plan 待生效 is published and waits for its date; until then it can be taken back. */
export const PLAN_STATUSES = ["draft", "scheduled", "in-force", "superseded"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** `basic` 基础网格 covers homes; `dedicated` 专属网格 is a school, hospital, firm or market. */
export const GRID_KINDS = ["basic", "dedicated"] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** What is painted: a grid takes whole micro-grids or single units, a micro-grid always lies in one grid. */
export const PLAN_LEVELS = ["grid", "micro-grid"] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

/** The roles a plan gives out, and at which kind of place. */
export const POST_ROLES = [
  "grid-worker",
  "micro-grid-leader",
  "building-chief",
  "party-contact",
] as const;
export type PostRole = (typeof POST_ROLES)[number];

export const POST_PLACE_TYPES = ["grid", "micro-grid", "building"] as const;
export type PostPlaceType = (typeof POST_PLACE_TYPES)[number];

/** Where those roles are held: a contact of a whole compound is of no plan, and answers in each. */
export const HELD_PLACE_TYPES = [...POST_PLACE_TYPES, "compound"] as const;
export type HeldPlaceType = (typeof HELD_PLACE_TYPES)[number];
