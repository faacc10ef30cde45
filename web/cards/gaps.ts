import type { PersonOnDuty } from "#data/model/answers/responsibility.ts";
import type { Role } from "#data/model/duties.ts";

/** Nobody comes when called: the post is empty, or its holder is away and nobody stands in. */
export function isGap({ state }: PersonOnDuty): boolean {
  return state === "vacant" || state === "on-leave";
}

/** Roles that somebody should have here and nobody has, not even as an empty post. */
export function missingRoles(people: readonly PersonOnDuty[], wanted: readonly Role[]): Role[] {
  return wanted.filter((role) => !people.some((person) => person.role === role));
}

export function hasGap(people: readonly PersonOnDuty[], wanted: readonly Role[]): boolean {
  return people.some(isGap) || missingRoles(people, wanted).length > 0;
}
