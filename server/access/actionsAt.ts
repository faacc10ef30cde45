import { type Action, ACTIONS, PLACE_ACTIONS, type PlaceAction } from "#data/model/permissions.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import type { Membership, Rights } from "./actor.ts";
import { Reach } from "./reach.ts";
import { mayIn } from "./requireDuty.ts";

/** What somebody may do at a unit; null is the community outside of all units. */
export type ActionsAt = (unitId: string | null) => Action[];

/** What the actor's duties let them do, place by place: by the database's own word. */
export async function actionsAt(ctx: Ctx, resident: Resident): Promise<ActionsAt> {
  const rights = await ctx.actors.rightsOf(ctx.actor);
  const membership = rights.memberships.get(resident.bundle.community.slug);
  if (!membership) return () => [];
  const duties = membership.duties.map(({ dutyId }) => dutyId).join(",");
  return resident.keepToday(`actions ${String(rights.isAdmin)} ${duties}`, () =>
    actionsBy(resident, rights, membership),
  );
}

function actionsBy(resident: Resident, rights: Rights, membership: Membership): ActionsAt {
  const held = ACTIONS.filter((action) => mayIn(rights, membership, action));
  const reaches = new Map(
    held
      .filter(isOfPlace)
      .map((action) => [action, new Reach(resident, action, membership.duties)]),
  );
  return (unitId) =>
    held.filter((action) => !isOfPlace(action) || reaches.get(action)?.covers(unitId));
}

function isOfPlace(action: Action): action is PlaceAction {
  return PLACE_ACTIONS.some((ofPlace) => ofPlace === action);
}
