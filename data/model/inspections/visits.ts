import type { LonLat } from "../units.ts";
import type { RoundDays } from "./periods.ts";

/**
 * What a whole community may know of inspections: when something was last visited, and what its
 * rounds are still to visit. Without homes, of which only their own grid's duties hear.
 */
export interface Visits {
  /** Place → the newest day it was inspected, in a round or outside of one. */
  places: ReadonlyMap<string, string>;
  /** Those that nobody ended. */
  rounds: readonly RoundVisits[];
}

export interface RoundVisits {
  id: string;
  name: string;
  days: RoundDays;
  targets: readonly VisitedTarget[];
}

export interface VisitedTarget {
  id: string;
  type: "place" | "building" | "point";
  placeId: string | null;
  buildingId: string | null;
  /** Of a drawn point. */
  name: string | null;
  position: LonLat;
  /** The newest day it was inspected in its round. */
  visitedOn: string | null;
}

export const NO_VISITS: Visits = { places: new Map(), rounds: [] };

/** The later of what the place's own row says and its newest inspection. */
export function lastInspectedOn(
  { id, inspectedOn }: { id: string; inspectedOn: string | null },
  { places }: Visits,
): string | null {
  const visitedOn = places.get(id) ?? null;
  return visitedOn !== null && visitedOn > (inspectedOn ?? "") ? visitedOn : inspectedOn;
}
