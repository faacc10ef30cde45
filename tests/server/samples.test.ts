import { ne } from "drizzle-orm";
import { expect, test } from "vitest";
import type { CommunityCounts, CommunitySummary } from "#data/model/answers/communities.ts";
import { communities } from "#data/schema/index.ts";
import { SAMPLE_SLUGS, type SampleSlug } from "#data/samples/index.ts";
import { loadSamples } from "#server/samples/load.ts";
import { answersOf, read } from "./answers.ts";
import { inRollback } from "./harness.ts";

/** The contract's own list: programs outside rely on it. */
const CONTRACT_SLUGS = [
  "hongqi",
  "xinyuan",
  "ruyizhuang",
  "nanguan",
  "xiaoyangquanbei",
  "sihuan",
  "nanlou",
  "sengkang",
];

test(
  "the list has the eight sample communities, marked as invented unless their ground is real",
  inRollback(async (server) => {
    const list = await read<CommunitySummary[]>(server, "/api/communities");
    expect(list.map(({ slug }) => slug).sort()).toEqual(CONTRACT_SLUGS.toSorted());
    expect(list.every(({ isInvented }) => isInvented)).toBe(true);
    const sengkang = list.find(({ slug }) => slug === "sengkang");
    expect(sengkang?.attribution).toBe("© OpenStreetMap contributors, ODbL 1.0");
  }),
);

const FACTS: Partial<Record<SampleSlug, Partial<CommunityCounts>>> = {
  hongqi: { buildings: 12, partyMembers: 39 },
  xinyuan: { compounds: 3, grids: 8, microGrids: 43, partyCentreHouseholds: 18 },
  ruyizhuang: { grids: 6 },
  nanguan: { grids: 15 },
};

test.each(Object.entries(FACTS))("%s counts what the reports say: %o", async (slug, facts) => {
  const { summary } = await answersOf(slug as SampleSlug);
  expect(summary.counts).toMatchObject(facts);
});

test.each(SAMPLE_SLUGS)("the list and the coverage of %s count alike", async (slug) => {
  const { summary, coverage } = await answersOf(slug);
  expect(coverage.totals).toMatchObject(summary.counts);
});

test.each(SAMPLE_SLUGS)("the bounds of %s are those of its boundary", async (slug) => {
  const { summary, layers } = await answersOf(slug);
  const [boundary] = layers.boundary.features;
  if (boundary?.geometry.type !== "MultiPolygon") throw new Error("a boundary is a MultiPolygon");
  const corners = boundary.geometry.coordinates.flat(2);
  const [xs, ys] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  summary.bounds.forEach((side, index) => expect(side).toBeCloseTo(box[index]!, 6));
});

test(
  "a database with any community is left alone",
  inRollback(async ({ ctx }) => {
    await ctx.db.delete(communities).where(ne(communities.slug, "hongqi"));
    expect(await loadSamples(ctx, "a password")).toBe(0);
    expect(await ctx.db.select({ slug: communities.slug }).from(communities)).toEqual([
      { slug: "hongqi" },
    ]);
  }),
);
