import type { PostRole } from "../plans.ts";
import type { PlanningUnit } from "./ground.ts";
import { type Holder, type Holders, holdersOfUnit, PLACE_TYPE_OF_ROLE } from "./posts.ts";
import { gridOfUnit, type PlanState } from "./state.ts";

/** Worst first: `away` is on leave with nobody standing in, `stood-in` with somebody. */
export const POST_STATUSES = ["vacant", "away", "overloaded", "stood-in", "fine"] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

/** A place that wants somebody in a role, with what makes work there. */
export interface PostNeed {
  placeId: string;
  units: number;
  households: number;
  load: number;
  status: PostStatus;
  /** By the place itself. */
  holders: readonly Holder[];
  /** Who answers for the first of its units by a larger place: the contact of a whole compound. */
  wider: readonly Holder[];
}

export interface PostWork {
  state: PlanState;
  holders: Holders;
  units: readonly PlanningUnit[];
  loadOf: (unit: PlanningUnit) => number;
  isOverloaded: (personId: string) => boolean;
}

/** Every place with something in it that a role is given out at, by its id, in the order of the units. */
export function postNeeds(work: PostWork, role: PostRole): Map<string, PostNeed> {
  const needs = new Map<string, PostNeed>();
  for (const unit of work.units) {
    const placeId = placeOfUnit(work.state, unit, role);
    if (placeId === undefined) continue;
    const need = needs.get(placeId) ?? emptyNeed(work, unit, role, placeId);
    needs.set(placeId, need);
    need.units += 1;
    need.households += unit.households;
    need.load += work.loadOf(unit);
  }
  return needs;
}

/** The grid, micro-grid or building of a unit at which a role is given out; undefined where it is uncovered. */
export function placeOfUnit(
  state: PlanState,
  unit: Pick<PlanningUnit, "id" | "buildingId">,
  role: PostRole,
): string | undefined {
  const placeType = PLACE_TYPE_OF_ROLE[role];
  if (placeType === "building") return unit.buildingId;
  return placeType === "grid" ? gridOfUnit(state, unit.id) : state.units.get(unit.id);
}

function emptyNeed(
  { state, holders, isOverloaded }: PostWork,
  unit: PlanningUnit,
  role: PostRole,
  placeId: string,
): PostNeed {
  const all = holdersOfUnit(state, holders, unit, role);
  const own = holders.get(`${role} ${PLACE_TYPE_OF_ROLE[role]} ${placeId}`) ?? [];
  const status = statusOf(all, isOverloaded);
  const wider = all.filter((holder) => !own.includes(holder));
  return { placeId, units: 0, households: 0, load: 0, status, holders: own, wider };
}

/** One who is here is enough; of those who are away one with a stand-in. */
export function statusOf(
  holders: readonly Holder[],
  isOverloaded: (personId: string) => boolean,
): PostStatus {
  if (holders.length === 0) return "vacant";
  const here = holders.filter(({ leave }) => leave === null);
  if (here.length === 0) {
    return holders.some(({ leave }) => leave?.standIn) ? "stood-in" : "away";
  }
  return here.every(({ personId }) => isOverloaded(personId)) ? "overloaded" : "fine";
}
