import type { DutyPlaceType, Role } from "#data/model/duties.ts";

export const OWN = "hongqi" as const;
export const OTHER = "xinyuan" as const;

/** Somebody of each role, all of the community OWN but the last three. */
export const ACCOUNTS: {
  username: string | null;
  role: Role | null;
  place: DutyPlaceType | null;
}[] = [
  { username: "hongqi.secretary", role: "secretary", place: "community" },
  { username: "hongqi.planner", role: "planner", place: "community" },
  { username: "hongqi.inspector", role: "inspector", place: "community" },
  { username: "hongqi.department", role: "department", place: "community" },
  { username: "hongqi.worker1", role: "grid-worker", place: "grid" },
  { username: "hongqi.leader1", role: "micro-grid-leader", place: "micro-grid" },
  { username: "hongqi.keeper1", role: "lane-keeper", place: "micro-grid" },
  { username: "hongqi.contact1", role: "party-contact", place: "building" },
  { username: "nanlou.chief1", role: "building-chief", place: "building" },
  { username: "leader", role: "leader", place: "community" },
  { username: "admin", role: "admin", place: null },
  { username: null, role: null, place: null },
];

/** Which of the two communities somebody has a duty in. */
export function isMember({ username, role }: (typeof ACCOUNTS)[number], slug: string): boolean {
  if (role === "admin" || role === "leader") return true;
  return username?.split(".")[0] === slug;
}
