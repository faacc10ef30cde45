import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { buildings, communities } from "#data/schema/index.ts";
import { storeBundle } from "#server/bundles/store.ts";
import { sweepUnfinished } from "#server/communities/sweep.ts";
import { townBundle } from "#tests/bench/townBundle.ts";
import { inRollback, type TestServer } from "../harness.ts";

/** As an import leaves it that was cut off before its end. */
async function leaveUnfinished({ ctx }: TestServer): Promise<string> {
  const { community, ...bundle } = townBundle(300, "cut-off");
  await storeBundle(ctx, { community, ...bundle });
  await ctx.db.update(communities).set({ isReady: false }).where(eq(communities.id, community.id));
  return community.id;
}

test(
  "a community that is not whole is seen by nobody, whatever duty they have",
  inRollback(async (server) => {
    await leaveUnfinished(server);
    const asAdmin = server.as("admin");
    const list = (await (await asAdmin.get("/api/communities")).json()) as { slug: string }[];
    expect(list.map(({ slug }) => slug)).not.toContain("cut-off");
    const layer = await asAdmin.get("/api/communities/cut-off/layers/buildings");
    expect(layer.status).toBe(404);
  }),
);

test(
  "a start takes away what an import left, and nothing else",
  inRollback(async (server) => {
    const { ctx } = server;
    const count = () => ctx.db.$count(communities);
    const before = await count();
    const id = await leaveUnfinished(server);
    expect(await count()).toBe(before + 1);
    const embedded = { ...ctx.database, db: ctx.db, kind: "embedded" as const };
    expect(await sweepUnfinished(embedded)).toBe(1);
    expect(await count()).toBe(before);
    expect(await ctx.db.$count(buildings, eq(buildings.communityId, id))).toBe(0);
    expect(await sweepUnfinished(embedded)).toBe(0);
  }),
);

test(
  "on a server that others use too, an import that still runs is left alone",
  inRollback(async (server) => {
    const { ctx } = server;
    const id = await leaveUnfinished(server);
    const shared = { ...ctx.database, db: ctx.db, kind: "postgresql" as const };
    expect(await sweepUnfinished(shared)).toBe(0);
    const yesterday = new Date(Date.now() - 24 * 3600_000);
    await ctx.db.update(communities).set({ createdAt: yesterday }).where(eq(communities.id, id));
    expect(await sweepUnfinished(shared)).toBe(1);
  }),
);
