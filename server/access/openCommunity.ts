import type { Action } from "#data/model/permissions.ts";
import type { Ctx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { requireDuty } from "./requireDuty.ts";
import { type Sight, sightOf } from "./sight.ts";

export interface OpenCommunity {
  resident: Resident;
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
  return { resident, sight: await sightOf(ctx, resident) };
}
