import type { Visits } from "#data/model/inspections/visits.ts";
import type { Action } from "#data/model/permissions.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { problems } from "../problem.ts";
import { mayIn, requireDuty } from "./requireDuty.ts";
import { type Sight, sightOf } from "./sight.ts";

export interface OpenCommunity {
  resident: Resident;
  /** What was inspected in it, which changes without it. */
  visits: Visits;
  /** How much of it the actor may be told. */
  sight: Sight;
}

/**
 * A community in memory, for somebody with a duty for the action in it: both walls in one call.
 * @throws Problem not-signed-in, no-such-community, not-your-duty
 */
export async function openCommunity(
  ctx: Ctx,
  slug: string,
  action: Action = "look",
): Promise<OpenCommunity> {
  requireDuty(ctx, action, slug);
  const resident = await ctx.residents.of(ctx, slug);
  // What is answered from memory passes by row-level security: the database is asked a second time.
  if (action !== "look" && !(await mayHere(ctx, slug, action))) throw problems.notYourDuty(action);
  const visits = await ctx.visits.of(ctx.database.db, resident.bundle.community.id);
  return { resident, visits, sight: await sightOf(ctx, resident) };
}

/** Whether the actor has a duty for the action in the community, by the database's own word. */
export async function mayHere(ctx: Ctx, slug: string, action: Action): Promise<boolean> {
  const rights = await ctx.actors.rightsOf(ctx.actor);
  const membership = rights.memberships.get(slug);
  return membership !== undefined && mayIn(rights, membership, action);
}
