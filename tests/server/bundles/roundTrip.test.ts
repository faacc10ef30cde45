import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AnonymousBundle, CommunityBundle } from "#data/model/bundle.ts";
import { makeSample, SAMPLE_SLUGS } from "#data/samples/index.ts";
import { communities } from "#data/schema/index.ts";
import { readBundle } from "#server/bundles/read.ts";
import { storeBundle } from "#server/bundles/store.ts";
import { inRollback } from "../harness.ts";

test.each(SAMPLE_SLUGS)(
  "%s comes back from the database as it was stored, but for who its residents are",
  async (slug) => {
    await inRollback(async ({ ctx }) => {
      const bundle = surveyed(makeSample(slug, "2026-11-22"));
      await ctx.db.delete(communities).where(eq(communities.slug, slug));
      await storeBundle(ctx, bundle);
      const stored = await readBundle(ctx.database.db, bundle.community.id);
      const anonymous: AnonymousBundle = {
        ...bundle,
        households: bundle.households.map(({ headName: _, phone: __, ...household }) => household),
      };
      for (const part of Object.keys(bundle) as (keyof AnonymousBundle)[]) {
        expect(plain(stored[part]), part).toEqual(plain(anonymous[part]));
      }
    })();
  },
);

/** Samples are drawn to the centimetre; a survey's coordinates have all the decimals there are. */
function surveyed(bundle: CommunityBundle): CommunityBundle {
  const shift = (part: unknown): unknown => {
    if (typeof part === "number") return part + 1.23e-10;
    return Array.isArray(part) ? part.map(shift) : part;
  };
  const reviver = (key: string, value: unknown) => (key === "coordinates" ? shift(value) : value);
  return JSON.parse(JSON.stringify(bundle), reviver) as CommunityBundle;
}

/**
 * The values alone: rows by id, without the community's own id, numbers within 1e-12: the database
 * is asked for as many decimals.
 */
function plain(part: AnonymousBundle[keyof AnonymousBundle]): unknown {
  const rows = (Array.isArray(part) ? part : [part]).map((row) => {
    const values = Object.fromEntries(
      Object.entries(row as object).filter(([name]) => name !== "communityId"),
    );
    return JSON.parse(
      JSON.stringify(values, (_key, value: unknown) =>
        typeof value === "number" ? Number(value.toFixed(12)) : value,
      ),
    ) as Record<string, unknown>;
  });
  return rows.map((row) => [keyOf(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

function keyOf({ id, planId, unitId }: Record<string, unknown>): string {
  return [planId, id, unitId].map((part) => (typeof part === "string" ? part : "")).join(" ");
}
