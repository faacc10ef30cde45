import { type Clocked, clockOf } from "./clock.ts";

/** An open hazard, and whose ground it lies on by the plan in force. */
export interface PlacedHazard extends Clocked {
  gridId: string | null;
  microGridId: string | null;
  buildingId: string | null;
}

export interface HazardCount {
  open: number;
  /** Of those that are open. */
  overdue: number;
}

const HAZARD_PLACES = {
  grids: "gridId",
  "micro-grids": "microGridId",
  buildings: "buildingId",
} as const satisfies Record<string, keyof PlacedHazard>;

/**
 * How many lie at each place; one without any is not in it.
 * @param now milliseconds since 1970
 */
export function countByPlace(
  hazards: readonly PlacedHazard[],
  places: keyof typeof HAZARD_PLACES,
  now: number,
): Map<string, HazardCount> {
  const counts = new Map<string, HazardCount>();
  for (const hazard of hazards) {
    const id = hazard[HAZARD_PLACES[places]];
    if (id === null) continue;
    const { open, overdue } = counts.get(id) ?? { open: 0, overdue: 0 };
    const isOverdue = clockOf(hazard, now).state === "overdue";
    counts.set(id, { open: open + 1, overdue: overdue + (isOverdue ? 1 : 0) });
  }
  return counts;
}
