import type { ProposalGoal } from "../answers/proposals.ts";
import type { CommunitySettings } from "../communities.ts";
import type { PlanLevel } from "../plans.ts";
import type { Groups } from "./groups.ts";

/** A community's own sizes, in households. */
export type SizeSettings = Pick<CommunitySettings, "gridHouseholds" | "microGridHouseholds">;

/** Between what a grid or micro-grid is to be. */
export interface Limits {
  min: number;
  max: number;
  /** What is counted: a goal says loads, a community's settings say households. */
  of: "load" | "households";
}

/** Whether the goal is about micro-grids too. */
export function levelsOf(goal: ProposalGoal): PlanLevel[] {
  if (goal.level === "micro-grid") return ["micro-grid"];
  return goal.microGridLoad ? ["grid", "micro-grid"] : ["grid"];
}

/** What the goal asks of a level, or else what the community has set. */
export function limitsFor(goal: ProposalGoal, level: PlanLevel, settings: SizeSettings): Limits {
  const asked = level === goal.level ? goal.load : goal.microGridLoad;
  if (asked) return { min: asked[0], max: asked[1], of: "load" };
  const [min, max] = level === "grid" ? settings.gridHouseholds : settings.microGridHouseholds;
  return { min, max, of: "households" };
}

/** How far a group is above (positive) or below (negative) the limits; 0 within, and for dedicated ones. */
export function excessOf(groups: Groups, group: number, { min, max, of }: Limits): number {
  if (groups.isDedicated[group]) return 0;
  const amount = (of === "load" ? groups.loads : groups.households)[group]!;
  if (amount > max + 1e-9) return amount - max;
  return amount < min - 1e-9 ? amount - min : 0;
}
