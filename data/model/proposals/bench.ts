import type { ProposalGoal, ProposalAlternative } from "../answers/proposals.ts";
import type { Priorities } from "../partition/options.ts";
import type { PlanState } from "../planning/state.ts";
import type { FreeGround } from "./free.ts";
import type { SizeSettings } from "./limits.ts";
import type { UnitGround } from "./unitGround.ts";

/** All that one proposal is worked out on. */
export interface Bench {
  ground: UnitGround;
  /** The draft, too large buildings broken. */
  state: PlanState;
  free: FreeGround;
  goal: ProposalGoal;
  settings: SizeSettings;
  seed: number;
  /** What is to be kept whole: a group from 0 per unit, -1 for none. */
  groups: Int32Array | undefined;
  /** Compounds, whether or not they were asked for. */
  compounds: Int32Array;
}

export type Priority = ProposalAlternative["priority"];

/** What an alternative puts first. */
export interface Taste {
  priority: Priority;
  priorities: Priorities;
  /** How far from the ideal load a grid may be where no limits were asked for. */
  tolerance: number;
}

const BALANCED: Taste = {
  priority: "balanced",
  priorities: { distance: 0.5, cut: 0.5, balance: 4 },
  tolerance: 0.05,
};
const COMPACT: Taste = {
  priority: "compact",
  priorities: { distance: 4, cut: 1, balance: 0.2 },
  tolerance: 0.12,
};
const WHOLE_COMPOUNDS: Taste = {
  priority: "whole-compounds",
  priorities: { distance: 1, cut: 1, balance: 1 },
  tolerance: 0.15,
};
const FEW_MOVES: Taste = {
  priority: "few-moves",
  priorities: { distance: 0.5, cut: 0.5, balance: 1 },
  tolerance: 0.1,
};

/** The alternatives offered for a division from nothing. */
export const TASTES_OF_DIVISIONS: readonly Taste[] = [BALANCED, COMPACT, WHOLE_COMPOUNDS];
/** The alternatives offered for a change of what is there. */
export const TASTES_OF_CHANGES: readonly Taste[] = [FEW_MOVES, BALANCED, COMPACT];

/** Gets 0 to 1; answers whether to go on. */
export type Report = (share: number) => boolean;

/** A stretch of the way as a report of its own. */
export function stretch(report: Report, from: number, to: number): Report {
  return (share) => report(from + (to - from) * Math.min(1, share));
}
