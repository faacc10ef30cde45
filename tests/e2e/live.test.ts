import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { buildings } from "#data/schema/index.ts";
import { touch, transact } from "#server/context.ts";
import { EVERYWHERE } from "#tests/server/everywhere.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, cookieOf, product, visiting } from "./harness.ts";

const SENGKANG = join(
  import.meta.dirname,
  "../fixtures/singapore_sengkang_hdb_osm_buildings.geojson",
);

/** Renames a building as another person's program would, and tells who listens. */
async function rename(communityId: string, from: string, to: string): Promise<void> {
  await transact(product.ctx, async (ctx) => {
    await ctx.db
      .update(buildings)
      .set({ name: to })
      .where(and(eq(buildings.communityId, communityId), eq(buildings.name, from)));
    touch(ctx, communityId, ["buildings"]);
  });
}

test(
  "what somebody else changes appears on the map by itself",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    const all = await ask<CommunitySummary[]>("/api/communities");
    const id = all.find(({ slug }) => slug === "hongqi")?.id ?? "";
    await page.getByRole("button", { name: m.app_live() }).waitFor();
    await map.ready();
    const names = async () =>
      (await map.drawn("building-fills")).map(({ properties }) => properties.name as string);
    await expect.poll(names).toContain("1号楼");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    try {
      await rename(id, "1号楼", "新的1号楼");
      await expect.poll(names).toContain("新的1号楼");
    } finally {
      await rename(id, "新的1号楼", "1号楼");
    }
    await expect.poll(names).toContain("1号楼");
    const layers = asked.flatMap((path) => /\/layers\/(.+)$/.exec(path)?.[1] ?? []);
    expect(new Set(layers)).toEqual(new Set(["buildings"]));
  }),
);

test(
  "a community that another program makes is in the menu after a reload",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const form = new FormData();
    form.set("file", new Blob([await readFile(SENGKANG)]), "sengkang.geojson");
    form.set("name", "别处来的社区");
    const response = await fetch(`${product.address}/api/communities`, {
      method: "POST",
      headers: { Cookie: await cookieOf(product.address, EVERYWHERE) },
      body: form,
    });
    expect(response.status).toBe(201);
    await page.reload();
    await page.getByRole("button", { name: "红旗村", exact: true }).click();
    await page.getByRole("menuitem").filter({ hasText: "别处来的社区" }).waitFor();
  }),
);
