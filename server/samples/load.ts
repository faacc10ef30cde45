import { sql } from "drizzle-orm";
import { todayIn } from "#data/model/today.ts";
import { makeSample, SAMPLE_SLUGS } from "#data/samples/index.ts";
import { communities } from "#data/schema/index.ts";
import { storeBundle } from "../bundles/store.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";

/**
 * Puts the sample communities into a database that has none, all in one transaction: a start that is
 * cut off leaves it empty for the next, and a database with any community is left alone.
 * @returns how many were loaded
 */
export async function loadSamples(
  ctx: Ctx,
  tell: (slug: string, name: string) => void = () => undefined,
): Promise<number> {
  const [counted] = await ctx.db.select({ total: sql<number>`count(*)::int` }).from(communities);
  if (counted && counted.total > 0) return 0;
  const today = todayIn("Asia/Shanghai");
  await transact(ctx, async (ctx) => {
    for (const slug of SAMPLE_SLUGS) {
      const bundle = makeSample(slug, today);
      tell(slug, bundle.community.name);
      await storeBundle(ctx, bundle);
      const { id } = bundle.community;
      await writeAudit(ctx, {
        communityId: id,
        action: "community.load-sample",
        subjectType: "community",
        subjectId: id,
        to: { slug },
      });
    }
  });
  return SAMPLE_SLUGS.length;
}
