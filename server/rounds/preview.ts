import type { RoundPreview, RoundShare, TargetChoices } from "#data/model/answers/rounds.ts";
import { openCommunity } from "../access/openCommunity.ts";
import type { Ctx } from "../context.ts";
import { whereaboutsOf, workersOf } from "../resident/targets.ts";
import { expand } from "./expand.ts";

/** Of a round that is not made: only what is told of its targets is asked of it. */
const NO_ROUND = "00000000-0000-4000-8000-000000000000";

/**
 * How many targets some choices are today, and to whom they would fall.
 * @throws Problem not-your-duty, no-such-thing, too-many-targets
 */
export async function previewRound(
  ctx: Ctx,
  slug: string,
  { targets: choices }: TargetChoices,
): Promise<RoundPreview> {
  const open = await openCommunity(ctx, slug, "manage-rounds");
  const { resident } = open;
  const shares = new Map<string, RoundShare>();
  const targets = expand(open, NO_ROUND, choices);
  for (const target of targets) {
    const [longitude = 0, latitude = 0] = target.location.coordinates;
    const { grid } = whereaboutsOf(resident, { ...target, longitude, latitude });
    const known = shares.get(grid?.id ?? "");
    const share = known ?? { grid, workers: workersOf(resident, grid), count: 0 };
    shares.set(grid?.id ?? "", { ...share, count: share.count + 1 });
  }
  return {
    total: targets.length,
    shares: [...shares.values()].sort((a, b) => b.count - a.count),
  };
}
