/** Who works in a community itself, as against those above it and beside it. */
export const COMMUNITY_ROLES = [
  "secretary",
  "planner",
  "inspector",
  "grid-worker",
  "micro-grid-leader",
  "building-chief",
  "party-contact",
  "lane-keeper",
] as const;

/** What a person answers for. The duty's place says where. */
export const ROLES = ["admin", "leader", ...COMMUNITY_ROLES, "department"] as const;
export type Role = (typeof ROLES)[number];

export const DUTY_PLACE_TYPES = [
  "community",
  "compound",
  "building",
  "grid",
  "micro-grid",
] as const;
export type DutyPlaceType = (typeof DUTY_PLACE_TYPES)[number];

export interface Period {
  /** First day, ISO date. */
  startsOn: string;
  /** Last day, ISO date; null while open. */
  endsOn: string | null;
}

/** Both ends count: a duty that ends today is still held today. */
export function isCurrent(period: Period, today: string): boolean {
  return period.startsOn <= today && (period.endsOn === null || today <= period.endsOn);
}
