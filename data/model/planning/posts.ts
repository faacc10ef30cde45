import type { PlanPerson } from "../answers/planPeople.ts";
import type { HeldPlaceType, PlanStatus, PostPlaceType, PostRole } from "../plans.ts";
import type { PlanningUnit } from "./ground.ts";
import { type HeldKey, type HeldPlace, type PlanState, postKey, postPlace } from "./state.ts";

/** Where a plan gives out each role. Who holds one elsewhere today keeps it and is counted. */
export const PLACE_TYPE_OF_ROLE = {
  "grid-worker": "grid",
  "micro-grid-leader": "micro-grid",
  "building-chief": "building",
  "party-contact": "building",
} as const satisfies Record<PostRole, PostPlaceType>;

export interface Holder {
  personId: string;
  /** Today's duty goes on; otherwise the plan says so. */
  isInherited: boolean;
  /** Null where they are here. `until` is null where nobody knows. */
  leave: { until: string | null; standIn: { id: string; name: string } | null } | null;
}

/** Who is to answer for each post; a key with nobody is vacant because the plan wants it so. */
export type Holders = ReadonlyMap<HeldKey, readonly Holder[]>;

/** Where the plan says who answers, those; everywhere else whoever does today, as far as the place is still there. */
export function holdersOf(
  state: Pick<PlanState, "grids" | "microGrids" | "posts">,
  people: readonly PlanPerson[],
): Holders {
  const holders = new Map<HeldKey, Holder[]>();
  const said: ReadonlyMap<HeldKey, unknown> = state.posts;
  const persons = new Map(people.map((person) => [person.id, person]));
  for (const [key, personIds] of state.posts) {
    if (!isThere(state, postPlace(key))) continue;
    const named = personIds.map((personId) => ({
      personId,
      isInherited: false,
      leave: leaveAt(persons.get(personId), key),
    }));
    holders.set(key, named);
  }
  for (const person of people) {
    for (const post of person.posts) {
      const key = postKey(post);
      if (said.has(key) || !isThere(state, post)) continue;
      const holder = { personId: person.id, isInherited: true, leave: leaveAt(person, key) };
      holders.set(key, [...(holders.get(key) ?? []), holder]);
    }
  }
  return holders;
}

/** What a plan said of posts became duties when it took effect, and those have moved on since. */
export function withPostsToCome(state: PlanState, status: PlanStatus): PlanState {
  const isToCome = status === "draft" || status === "scheduled";
  return isToCome || state.posts.size === 0 ? state : { ...state, posts: new Map() };
}

/** All who answer for a unit in a role, by whichever place. */
export function holdersOfUnit(
  state: PlanState,
  holders: Holders,
  { id, buildingId, compoundId }: Pick<PlanningUnit, "id" | "buildingId" | "compoundId">,
  role: PostRole,
): readonly Holder[] {
  const at = (placeType: HeldPlaceType, placeId: string | null | undefined) =>
    (placeId ? holders.get(postKey({ role, placeType, placeId })) : undefined) ?? [];
  // A unit of a building that this plan does not break goes with its building.
  const microGridId = state.units.get(id) ?? state.units.get(buildingId);
  const gridId = state.microGrids.get(microGridId ?? "")?.gridId;
  const ofBuilding = at("building", buildingId);
  const ofMicroGrid = at("micro-grid", microGridId);
  const ofGrid = at("grid", gridId);
  const ofCompound = at("compound", compoundId);
  // Mostly only one of them is held: the others need no list of their own.
  const held = [ofBuilding, ofMicroGrid, ofGrid, ofCompound].filter(({ length }) => length > 0);
  return held.length > 1 ? held.flat() : (held[0] ?? []);
}

/** What each person has to carry in a role: who share a unit share its load. */
export function loadsOfPersons(
  state: PlanState,
  holders: Holders,
  units: readonly PlanningUnit[],
  role: PostRole,
  loadOf: (unit: PlanningUnit) => number,
): Map<string, number> {
  const loads = new Map<string, number>();
  for (const unit of units) {
    const personIds = new Set(
      holdersOfUnit(state, holders, unit, role).map(({ personId }) => personId),
    );
    for (const personId of personIds) {
      loads.set(personId, (loads.get(personId) ?? 0) + loadOf(unit) / personIds.size);
    }
  }
  return loads;
}

function isThere(
  { grids, microGrids }: Pick<PlanState, "grids" | "microGrids">,
  { placeType, placeId }: HeldPlace,
): boolean {
  if (placeType === "grid") return grids.has(placeId);
  return placeType === "micro-grid" ? microGrids.has(placeId) : true;
}

/** Whoever is away from the posts they have is away from a new one too, and nobody stands in for them there. */
function leaveAt(person: PlanPerson | undefined, key: HeldKey): Holder["leave"] {
  if (!person) return null;
  const own = person.posts.find((post) => postKey(post) === key);
  if (own) return own.isOnLeave ? { until: own.onLeaveUntil, standIn: own.standIn } : null;
  const away = person.posts.find(({ isOnLeave }) => isOnLeave);
  return away ? { until: away.onLeaveUntil, standIn: null } : null;
}
