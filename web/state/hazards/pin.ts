import type { HazardLine } from "#data/model/answers/hazardLines.ts";
import type { Clocked } from "#data/model/hazards/clock.ts";
import type { HazardCategory, HazardLevel } from "#data/model/hazards/kinds.ts";

/** A hazard as a map shows it. */
export interface HazardPin extends Clocked {
  id: string;
  category: HazardCategory;
  level: HazardLevel;
  /** WGS 84, longitude first. */
  position: [number, number];
}

export function pinOf(hazard: HazardLine): HazardPin {
  const { id, category, level, status, clockStartsAt, dueAt, location } = hazard;
  const { coordinates: position } = location;
  return { id, category, level, status, clockStartsAt, dueAt, position };
}
