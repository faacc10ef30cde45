import type { Action } from "#data/model/permissions.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";
import { mayHere, openCommunity, type OpenCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { planningGround } from "./ground.ts";
import { type EntranceIds, readPlan, type StoredPlan } from "./readState.ts";

export interface OpenPlans extends OpenCommunity {
  communityId: string;
  /** Who may not plan sees nothing of drafts. */
  mayPlan: boolean;
  entranceIds: EntranceIds;
  /** With the hazards that are open now. */
  ground: PlanningGround;
}

/** @throws Problem not-signed-in, no-such-community, not-your-duty */
export async function openPlans(ctx: Ctx, slug: string, action: Action): Promise<OpenPlans> {
  const open = await openCommunity(ctx, slug, action);
  const { resident } = open;
  const { id: communityId } = resident.bundle.community;
  return {
    ...{ ...open, communityId },
    ground: planningGround(resident, await ctx.openHazards.of(ctx.database.db, communityId)),
    mayPlan: await mayHere(ctx, slug, "plan"),
    entranceIds: entranceIds(resident),
  };
}

/** @throws Problem no-such-thing also for a draft, to those who may not plan */
export async function openPlan(ctx: Ctx, open: OpenPlans, id: string): Promise<StoredPlan> {
  return look(ctx, (ctx) => readPlanFor(ctx, open, id));
}

/** The same within a transaction. */
export async function readPlanFor(ctx: Tx, open: OpenPlans, id: string): Promise<StoredPlan> {
  const { communityId, entranceIds, mayPlan } = open;
  const plan = await readPlan(ctx, communityId, id, entranceIds);
  if (plan.row.status === "draft" && !mayPlan) throw problems.noSuchThing("plan", id);
  return plan;
}

/** The division in force, from which new ones take over what they can. */
export async function stateInForce(ctx: Ctx, open: OpenPlans): Promise<PlanState> {
  const { communityId, entranceIds, resident } = open;
  const id = resident.plan?.id;
  if (id === undefined) return EMPTY_STATE;
  const { state } = await look(ctx, (ctx) => readPlan(ctx, communityId, id, entranceIds));
  return state;
}

export function entranceIds(resident: Resident): EntranceIds {
  return resident.keep(
    "entrance ids",
    () =>
      new Map(
        Array.from(resident.entrancesOf, ([buildingId, entrances]) => [
          buildingId,
          entrances.map(({ id }) => id),
        ]),
      ),
  );
}
