import type { BuildingGround } from "#data/model/answers/ground.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look } from "../context.ts";
import { readBuilding } from "./read.ts";

/** @throws Problem no-such-thing */
export async function getBuildingGround(
  ctx: Ctx,
  slug: string,
  id: string,
): Promise<BuildingGround> {
  const { communityId } = requireDuty(ctx, "edit-ground", slug);
  return look(ctx, (ctx) => readBuilding(ctx, communityId, id));
}
