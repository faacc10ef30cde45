import { groupBy } from "../groupBy.ts";
import type { PostRole } from "../plans.ts";
import type { PlanChange } from "./change.ts";
import type { PlanningUnit } from "./ground.ts";
import { type Holders, holdersOfUnit, PLACE_TYPE_OF_ROLE } from "./posts.ts";
import { type PlanState, postKey } from "./state.ts";
import { placeOfUnit } from "./vacancies.ts";

/** A division with who answers in it. */
export interface Staffed {
  state: PlanState;
  holders: Holders;
}

interface Tie {
  personId: string;
  placeId: string;
  load: number;
}

/**
 * Everyone goes where most of their units went: pairs of person and place by the load that they have
 * in common, greatest first; nobody gets more places than they have now, no place a second person
 * before every place has one. Places that a plan leaves as they are stay inherited.
 * @param units those of the new division
 * @returns the posts of this role that are to be otherwise
 */
export function stayingPosts(
  before: Staffed,
  after: Staffed,
  units: readonly PlanningUnit[],
  role: PostRole,
  loadOf: (unit: PlanningUnit) => number,
): NonNullable<PlanChange["posts"]> {
  const room = placesHeld(before, units, role);
  const given = new Map<string, string[]>();
  const ties = tiesOf(before, after, units, role, loadOf);
  for (const isSecond of [false, true]) {
    for (const { personId, placeId } of ties) {
      const there = given.get(placeId) ?? [];
      const left = room.get(personId) ?? 0;
      if (left === 0 || there.includes(personId) || (there.length > 0 && !isSecond)) continue;
      given.set(placeId, [...there, personId]);
      room.set(personId, left - 1);
    }
  }
  const placeType = PLACE_TYPE_OF_ROLE[role];
  const placeIds = new Set(units.map((unit) => placeOfUnit(after.state, unit, role)));
  return [...placeIds].flatMap((placeId): NonNullable<PlanChange["posts"]> => {
    if (placeId === undefined) return [];
    const place = { role, placeType, placeId };
    const now = (after.holders.get(postKey(place)) ?? []).map(({ personId }) => personId);
    const next = given.get(placeId) ?? [];
    const isSame = now.length === next.length && next.every((id) => now.includes(id));
    return isSame ? [] : [[place, next]];
  });
}

/** How many places each person has now, at least one. */
function placesHeld({ state, holders }: Staffed, units: readonly PlanningUnit[], role: PostRole) {
  const places = new Map<string, Set<string>>();
  for (const unit of units) {
    const buildingWide = { id: state.units.has(unit.id) ? unit.id : unit.buildingId };
    const placeId = placeOfUnit(state, { ...unit, ...buildingWide }, role);
    if (placeId === undefined) continue;
    for (const { personId } of holdersOfUnit(state, holders, unit, role)) {
      places.set(personId, (places.get(personId) ?? new Set()).add(placeId));
    }
  }
  return new Map([...places].map(([personId, held]) => [personId, held.size]));
}

function tiesOf(
  before: Staffed,
  after: Staffed,
  units: readonly PlanningUnit[],
  role: PostRole,
  loadOf: (unit: PlanningUnit) => number,
): Tie[] {
  const shared = units.flatMap((unit): Tie[] => {
    const placeId = placeOfUnit(after.state, unit, role);
    if (placeId === undefined) return [];
    const place = { role, placeType: PLACE_TYPE_OF_ROLE[role], placeId };
    const own = after.holders.get(postKey(place)) ?? [];
    // Who answers for it by a larger place goes on doing so, and needs no post.
    const wider = holdersOfUnit(after.state, after.holders, unit, role)
      .filter((holder) => !own.includes(holder))
      .map(({ personId }) => personId);
    return holdersOfUnit(before.state, before.holders, unit, role)
      .filter(({ personId }) => !wider.includes(personId))
      .map(({ personId }) => ({ personId, placeId, load: loadOf(unit) }));
  });
  return [...groupBy(shared, ({ personId, placeId }) => `${personId} ${placeId}`).values()]
    .map((ties) => ({ ...ties[0]!, load: ties.reduce((sum, { load }) => sum + load, 0) }))
    .sort((a, b) => b.load - a.load || (a.personId + a.placeId < b.personId + b.placeId ? -1 : 1));
}
