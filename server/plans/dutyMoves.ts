import { Temporal } from "temporal-polyfill";
import type { Duty } from "#data/model/bundle.ts";
import { isCurrent } from "#data/model/duties.ts";
import { type PlanState, postKey, type PostKey, postPlace } from "#data/model/planning/state.ts";
import { POST_PLACE_TYPES, POST_ROLES, type PostRole } from "#data/model/plans.ts";

export type PlannedPlaces = Pick<PlanState, "posts"> & {
  grids: { has(id: string): boolean };
  microGrids: { has(id: string): boolean };
};

/** What becomes of the duties when a plan takes effect. */
export interface DutyMoves {
  /** Held for the last time on the day before. */
  ended: Duty[];
  /** Would only have begun on the day or later. */
  removed: Duty[];
  /** From the day on; a person of null is a vacant post. */
  begun: Omit<Duty, "id">[];
}

/**
 * Where the plan names who is to answer, those not named end and those named begin; duties of grids
 * and micro-grids that it has no more end. What somebody keeps is neither ended nor begun again.
 * @param day ISO date, the first in force
 */
export function dutyMoves(duties: readonly Duty[], plan: PlannedPlaces, day: string): DutyMoves {
  const moves: DutyMoves = { ended: [], removed: [], begun: [] };
  const kept = new Map<PostKey, Duty[]>();
  const posts = new Map([...plan.posts].filter(([key]) => isThere(plan, postPlace(key))));
  for (const duty of duties) {
    if (duty.endsOn !== null && duty.endsOn < day) continue;
    const key = keyOf(duty);
    const named = key && posts.get(key);
    if (isThere(plan, duty) && (!named || isNamed(duty, named))) {
      if (key) kept.set(key, [...(kept.get(key) ?? []), duty]);
    } else if (duty.startsOn < day) moves.ended.push(duty);
    else moves.removed.push(duty);
  }
  for (const [key, personIds] of posts) {
    const holders = personIds.length > 0 ? personIds : [null];
    for (const personId of holders) {
      const own = (kept.get(key) ?? []).filter((duty) => duty.personId === personId);
      if (own.some((duty) => isCurrent(duty, day))) continue;
      // Somebody who was to begin later begins now, up to then.
      const [next] = own.map(({ startsOn }) => startsOn).sort();
      const endsOn = next === undefined ? null : dayBefore(next);
      moves.begun.push({ ...postPlace(key), personId, startsOn: day, endsOn });
    }
  }
  return moves;
}

/** The duties of the day, once they have moved. */
export function dutiesAfter(
  duties: readonly Duty[],
  { ended, removed, begun }: DutyMoves,
  day: string,
): Omit<Duty, "id">[] {
  const gone = new Set([...ended, ...removed]);
  const left = duties.filter((duty) => !gone.has(duty));
  return [...left, ...begun].filter((duty) => isCurrent(duty, day));
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** A vacant post is kept where the plan wants it vacant. */
function isNamed({ personId }: Duty, named: readonly string[]): boolean {
  return personId === null ? named.length === 0 : named.includes(personId);
}

function isThere(
  { grids, microGrids }: PlannedPlaces,
  { placeType, placeId }: Pick<Duty, "placeType" | "placeId">,
): boolean {
  if (placeType === "grid") return grids.has(placeId);
  return placeType === "micro-grid" ? microGrids.has(placeId) : true;
}

function keyOf({ role, placeType, placeId }: Duty): PostKey | undefined {
  const isRole = (POST_ROLES as readonly string[]).includes(role);
  const type = POST_PLACE_TYPES.find((candidate) => candidate === placeType);
  return isRole && type ? postKey({ role: role as PostRole, placeType: type, placeId }) : undefined;
}
