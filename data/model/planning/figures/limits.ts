import type { PlanLevel } from "../../plans.ts";

/** What a bar stands against: least, ideal, most. */
export interface FigureLimits {
  least: number;
  ideal: number;
  most: number;
}

/** What is compared: households, for which the community sets limits, or the load by its weights. */
export const FIGURE_MEASURES = ["households", "load"] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

interface Totals {
  households: number;
  load: number;
  /** Grids, or micro-grids, among which all is divided. */
  groups: number;
}

/**
 * Limits are set in households; those of the load are the same at the community's mean load of a
 * household, so that an ordinary grid stands alike under both.
 */
export function figureLimits(
  settings: Record<"gridHouseholds" | "microGridHouseholds", readonly [number, number]>,
  level: PlanLevel,
  measure: FigureMeasure,
  { households, load, groups }: Totals,
): FigureLimits {
  const [least, most] = level === "grid" ? settings.gridHouseholds : settings.microGridHouseholds;
  const perHousehold = measure === "load" && households > 0 ? load / households : 1;
  const total = measure === "load" ? load : households;
  return {
    least: least * perHousehold,
    ideal: total / Math.max(1, groups),
    most: most * perHousehold,
  };
}
