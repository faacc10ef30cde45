import type { LoadWeights } from "#data/model/answers/planningGround.ts";
import { requireDuty } from "../access/requireDuty.ts";
import type { Ctx } from "../context.ts";
import { changeSettings } from "../settings/changeSettings.ts";

/** What one of each adds to the load of a unit. */
export async function setLoadWeights(
  ctx: Ctx,
  slug: string,
  loadWeights: LoadWeights,
): Promise<LoadWeights> {
  await changeSettings(ctx, requireDuty(ctx, "plan", slug), {
    action: "load-weights.change",
    touches: ["grids", "micro-grids", "buildings"],
    change: () => ({ loadWeights }),
    told: (settings) => settings.loadWeights,
  });
  return loadWeights;
}
