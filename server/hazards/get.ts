import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { type Ctx, look } from "../context.ts";
import { readDetail } from "./detail.ts";
import { openGround } from "./ground.ts";

/** @throws Problem no-such-thing, also where the actor's duties do not reach it */
export async function getHazard(ctx: Ctx, slug: string, id: string): Promise<HazardDetail> {
  const ground = await openGround(ctx, slug);
  return look(ctx, (ctx) => readDetail(ctx, ground, id));
}
