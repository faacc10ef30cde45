import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "#data/open.ts";
import { audit, communities, plans } from "#data/schema/index.ts";
import { type Ctx, touch, transact } from "#server/context.ts";
import { storeBundle } from "#server/bundles/store.ts";
import { makeSample } from "#data/samples/index.ts";
import { takeEffect } from "#server/plans/takeEffect.ts";
import { tie } from "#server/services.ts";

/**
 * Two of our processes on one PostgreSQL, each with caches and a change feed of its own. What they
 * commit is real, so it is done to a community of their own, which goes afterwards.
 */
const url = process.env.DATABASE_URL || undefined;
const onServer = test.runIf(url);
const OPTIONS = {
  basemapDirectory: "",
  photoDirectory: "",
  secret: "a secret of the tests alone, thirty-two and more",
  publicUrl: undefined,
};
const slug = `processes-${process.pid}`;
let [one, other]: (Ctx | undefined)[] = [];

beforeAll(async () => {
  if (!url) return;
  one = await tie(await openDatabase({ url, directory: null }), OPTIONS);
  other = await tie(await openDatabase({ url, directory: null }), OPTIONS);
  await transact(one, (ctx) => storeBundle(ctx, ownCommunity()));
});
afterAll(async () => {
  await one?.database.db.delete(communities).where(eq(communities.slug, slug));
  await one?.database.close();
  await other?.database.close();
});

/** A sample under other ids, so that it can stand beside the sample itself. */
function ownCommunity() {
  const text = JSON.stringify(makeSample("hongqi", "2026-11-22"));
  const prefix = process.pid.toString(16).padStart(8, "0").slice(-8);
  const renamed = text.replace(/"[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-)/g, `"${prefix}$1`);
  const bundle = JSON.parse(renamed) as ReturnType<typeof makeSample>;
  return { ...bundle, community: { ...bundle.community, slug } };
}

async function nameSeenBy(ctx: Ctx): Promise<string> {
  const resident = await ctx.residents.of(ctx, slug);
  return resident.bundle.community.name;
}

function rename(ctx: Ctx, name: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    const [community] = await ctx.db
      .update(communities)
      .set({ name })
      .where(eq(communities.slug, slug))
      .returning({ id: communities.id });
    touch(ctx, community!.id, ["boundary"]);
  });
}

onServer("a change made in one process is seen in the other", async () => {
  expect(await nameSeenBy(other!)).toBe("红旗村");
  await rename(one!, "红旗新村");
  expect(await nameSeenBy(one!)).toBe("红旗新村");
  await vi.waitFor(async () => expect(await nameSeenBy(other!)).toBe("红旗新村"), 5000);
});

onServer("a change missed while the connection was lost is seen once it is back", async () => {
  expect(await nameSeenBy(other!)).toBe("红旗新村");
  const log = vi.spyOn(console, "error").mockReturnValue();
  await one!.database.db.execute(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
  );
  await rename(one!, "红旗村");
  await vi.waitFor(async () => expect(await nameSeenBy(other!)).toBe("红旗村"), 10_000);
  await rename(one!, "红旗大村");
  await vi.waitFor(async () => expect(await nameSeenBy(other!)).toBe("红旗大村"), 5000);
  log.mockRestore();
});

/** Statements that wait for rows another transaction holds. */
async function waiting(): Promise<number> {
  const { rows } = (await other!.database.db.execute(
    sql`SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )) as unknown as { rows: [{ count: number }] };
  return rows[0].count;
}

onServer(
  "of two processes that put one plan in force at once one does, and writes it down",
  async () => {
    const { bundle } = await one!.residents.of(one!, slug);
    const communityId = bundle.community.id;
    const plan = { communityId, id: uuidv7(), name: "同时生效", effectiveFrom: "2026-03-01" };
    await one!.database.db.insert(plans).values({ ...plan, status: "scheduled" });
    const isHere = eq(communities.id, communityId);
    const attempts = await one!.database.db.transaction(async (db) => {
      await db.select({ id: communities.id }).from(communities).where(isHere).for("update");
      const begun = [takeEffect(one!), takeEffect(other!)];
      // Both have read that its day has come.
      await vi.waitFor(async () => expect(await waiting()).toBe(2), 10_000);
      return { begun };
    });
    expect((await Promise.all(attempts.begun)).sort()).toEqual([0, 1]);
    const done = and(eq(audit.subjectId, plan.id), eq(audit.action, "plan.take-effect"));
    expect(await one!.database.db.select().from(audit).where(done)).toHaveLength(1);
    const inForce = and(eq(plans.communityId, communityId), eq(plans.status, "in-force"));
    expect(await one!.database.db.select().from(plans).where(inForce)).toMatchObject([plan]);
  },
);
