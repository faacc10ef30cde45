import { HAZARD_CATEGORIES, HAZARD_LEVELS } from "#data/model/hazards/kinds.ts";
import { DEFAULT_HAZARD_RULES, type HazardRules } from "#data/model/hazards/rules.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, look } from "../context.ts";
import { problems } from "../problem.ts";
import { deadlineOf, readDeadlines } from "../reporting/deadlines.ts";
import { changeSettings } from "../settings/changeSettings.ts";

export async function getHazardRules(ctx: Ctx, slug: string): Promise<HazardRules> {
  const { communityId } = requireDuty(ctx, "look", slug);
  return look(ctx, async (ctx) => (await readDeadlines(ctx, communityId)).rules);
}

/** Counts for what is reported, returned or opened again from now on. @throws Problem no-working-time */
export async function setHazardRules(
  ctx: Ctx,
  slug: string,
  hazardRules: HazardRules,
): Promise<HazardRules> {
  await changeSettings(ctx, requireDuty(ctx, "steer-hazards", slug), {
    action: "hazard-rules.change",
    change: ({ timeZone }) => {
      requireEnds(hazardRules, timeZone);
      return { hazardRules };
    },
    told: ({ hazardRules = DEFAULT_HAZARD_RULES }) => hazardRules,
  });
  return hazardRules;
}

/** A hazard whose deadline never came could not be stored. */
function requireEnds(rules: HazardRules, timeZone: string): void {
  try {
    for (const category of HAZARD_CATEGORIES) {
      for (const level of HAZARD_LEVELS) {
        deadlineOf({ rules, timeZone }, { category, level }, new Date());
      }
    }
  } catch (error) {
    if (error instanceof RangeError) throw problems.noWorkingTime();
    throw error;
  }
}
