import { sql } from "drizzle-orm";
import { todayIn } from "#data/model/today.ts";
import { makeSample, SAMPLE_SLUGS } from "#data/samples/index.ts";
import { communities } from "#data/schema/index.ts";
import { storeBundle } from "../bundles/store.ts";
import { hashPassword } from "better-auth/crypto";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { storeSampleAccounts } from "./accounts.ts";
import { Drawings } from "./pictures.ts";
import { storeYear } from "./year.ts";

interface Options {
  tell?: (slug: string, name: string) => void;
  /** Whether hazards, rounds and inspections of the year before come along. */
  withYear?: boolean;
}

/**
 * Puts the sample communities into a database that has none, all in one transaction: a start that is
 * cut off leaves it empty for the next, and a database with any community is left alone. Their
 * accounts, one for each role, have this password.
 * @returns how many were loaded
 */
export async function loadSamples(
  ctx: Ctx,
  password: string,
  { tell = () => undefined, withYear = false }: Options = {},
): Promise<number> {
  const [counted] = await ctx.database.db
    .select({ total: sql<number>`count(*)::int` })
    .from(communities);
  if (counted && counted.total > 0) return 0;
  const today = todayIn("Asia/Shanghai");
  // One hash for all: the samples share their password, and hashing is slow on purpose.
  const passwordHash = await hashPassword(password);
  const drawings = new Drawings();
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
      await storeSampleAccounts(ctx, bundle, { today, passwordHash });
      if (withYear) await storeYear(ctx, bundle, Date.now(), drawings);
    }
  });
  return SAMPLE_SLUGS.length;
}
