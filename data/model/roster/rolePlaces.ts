import type { DutyPlaceType, Role } from "../duties.ts";

/**
 * What kind of place each role answers for, the usual one first. An administrator's duty is of the
 * whole installation and is given elsewhere.
 */
export const ROLE_PLACES: Record<Role, readonly DutyPlaceType[]> = {
  admin: [],
  leader: ["community"],
  secretary: ["community"],
  planner: ["community"],
  inspector: ["community", "grid", "compound"],
  "grid-worker": ["grid"],
  "micro-grid-leader": ["micro-grid"],
  "building-chief": ["building"],
  "party-contact": ["building", "compound", "micro-grid", "grid"],
  "lane-keeper": ["micro-grid", "compound", "building"],
  department: ["community"],
};

export function mayHold(role: Role, placeType: DutyPlaceType): boolean {
  return ROLE_PLACES[role].includes(placeType);
}
