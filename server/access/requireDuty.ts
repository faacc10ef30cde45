import type { DutyPlaceType } from "#data/model/duties.ts";
import {
  type Action,
  EVERYWHERE_ACTIONS,
  mayRole,
  PLACE_ACTIONS,
} from "#data/model/permissions.ts";
import { problems } from "../problem.ts";
import type { Actor, Membership, PersonActor, Rights } from "./actor.ts";

/**
 * The first wall: throws unless the actor holds a duty for the action in the community. Which rows of
 * it they reach with an action of a place (`PLACE_ACTIONS`), `sightOf` says.
 * The second wall is the database's own, see `data/schema/policies.ts`.
 * @throws Problem not-signed-in, no-such-community for a community they have nothing to do with, not-your-duty
 */
export function requireDuty(ctx: { actor: Actor }, action: Action, slug: string): Membership {
  const actor = requireSignedIn(ctx);
  const membership = actor.rights.memberships.get(slug);
  if (!membership) throw problems.noSuchCommunity(slug);
  if (!mayIn(actor.rights, membership, action)) throw problems.notYourDuty(action);
  return membership;
}

/** @throws Problem not-signed-in */
export function requireSignedIn({ actor }: { actor: Actor }): PersonActor {
  if (actor.kind !== "person") throw problems.notSignedIn();
  return actor;
}

/** For what belongs to no community. @throws Problem not-signed-in, not-your-duty */
export function requireAdmin(ctx: { actor: Actor }, action: Action): void {
  const { actor } = ctx;
  if (actor.kind === "program") return;
  if (!requireSignedIn(ctx).rights.isAdmin || !mayRole("admin", action))
    throw problems.notYourDuty(action);
}

/** Whether they may do it anywhere in the community. */
export function mayIn(rights: Rights, { duties }: Membership, action: Action): boolean {
  if (rights.isAdmin && mayRole("admin", action)) return true;
  return duties.some((duty) => mayRole(duty.role, action) && reaches(duty.placeType, action));
}

const NARROW = new Set<Action>([...PLACE_ACTIONS, ...EVERYWHERE_ACTIONS]);

/** Planning, people and the like are of a whole community, and so must the duty be. */
export function reaches(placeType: DutyPlaceType, action: Action): boolean {
  return placeType === "community" || NARROW.has(action);
}
