import type { Role } from "#data/model/duties.ts";
import { problems } from "../problem.ts";
import { USERNAME, USERNAME_LENGTH } from "./auth.ts";

/** As the accounts of the samples are called: hongqi.worker3. */
const WORDS: Record<Role, string> = {
  admin: "admin",
  leader: "leader",
  secretary: "secretary",
  planner: "planner",
  inspector: "inspector",
  "grid-worker": "worker",
  "micro-grid-leader": "leader",
  "building-chief": "chief",
  "party-contact": "contact",
  "lane-keeper": "keeper",
  department: "department",
};

/**
 * A free name for whoever has the role: `hongqi.worker4`. The first number that is free.
 * @param taken names in lower case
 */
export function suggestUsername(
  slug: string,
  role: Role | undefined,
  taken: ReadonlySet<string>,
): string {
  return firstFree(`${slug}.${role ? WORDS[role] : "person"}`, taken);
}

/** `zhang.san2` for a `zhang.san` that is taken. */
export function similarUsername(username: string, taken: ReadonlySet<string>): string {
  const stem = username.toLowerCase().replace(/\d+$/, "");
  return firstFree(stem || "person", taken);
}

function firstFree(stem: string, taken: ReadonlySet<string>): string {
  const short = stem.slice(0, USERNAME_LENGTH.max - 6);
  for (let number = 1; ; number++) {
    const username = `${short}${number}`;
    if (!taken.has(username)) return username;
  }
}

export function isUsername(username: string): boolean {
  const { length } = username;
  return USERNAME.test(username) && length >= USERNAME_LENGTH.min && length <= USERNAME_LENGTH.max;
}

/** @throws Problem invalid */
export function requireUsername(username: string): void {
  if (isUsername(username)) return;
  const { min, max } = USERNAME_LENGTH;
  const message = `${min} to ${max} letters, digits, dots, dashes or underscores`;
  throw problems.invalid("json", [{ path: "username", message }]);
}
