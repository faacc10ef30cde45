import type { HazardActor, HazardFacts } from "#data/model/hazards/moves.ts";
import type { ActionsAt } from "../access/actionsAt.ts";
import type { OwnPeople } from "../access/ownPeople.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";
import type { HazardRow } from "./rows.ts";

/** What of a row decides about its moves. */
export function factsOf(row: HazardRow): HazardFacts {
  const { status, assigneeId, departmentId, fixedById, returnCount, extensionUntil } = row;
  return {
    ...{ status, assigneeId, departmentId, fixedById, returnCount },
    isExtensionAsked: extensionUntil !== null,
  };
}

/** Who the actor is to one hazard. */
export function actorAt(
  ctx: Ctx,
  resident: Resident,
  row: HazardRow,
  { own, actions }: { own: OwnPeople; actions: ActionsAt },
): HazardActor {
  const position = [row.longitude, row.latitude];
  return {
    userId: requireSignedIn(ctx).userId,
    personIds: own.ids,
    actions: actions(unitToday(resident, { unitId: row.unitId, position })),
  };
}
