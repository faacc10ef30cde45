import type { Action } from "#data/model/permissions.ts";
import { actionsAt } from "../access/actionsAt.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import type { HazardGround } from "./detail.ts";

/**
 * What a verb on hazards needs of the community. Before its transaction: the embedded database has
 * one at a time, and reading a community takes another.
 * @throws Problem not-signed-in, no-such-community, not-your-duty
 */
export async function openGround(
  ctx: Ctx,
  slug: string,
  action: Action = "look",
): Promise<HazardGround> {
  const { resident } = await openCommunity(ctx, slug, action);
  return { resident, actions: await actionsAt(ctx, resident) };
}
