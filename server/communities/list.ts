import { eq, sql } from "drizzle-orm";
import type { CommunityCounts, CommunitySummary } from "#data/model/answers/communities.ts";
import { ACTIONS } from "#data/model/permissions.ts";
import { communities } from "#data/schema/index.ts";
import { mayIn, requireSignedIn } from "../access/requireDuty.ts";
import { readAreas } from "../bundles/read.ts";
import { type Ctx, look, type Tx } from "../context.ts";

const NOTHING: CommunityCounts = {
  buildings: 0,
  households: 0,
  partyMembers: 0,
  partyCentreHouseholds: 0,
  grids: 0,
  microGrids: 0,
  compounds: 0,
};

/**
 * The communities in which the actor has a duty, oldest first, each with what it counts. Grids are
 * those of the plan in force. @throws Problem not-signed-in
 */
export async function listCommunities(ctx: Ctx): Promise<CommunitySummary[]> {
  const { rights } = requireSignedIn(ctx);
  return look(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({
        id: communities.id,
        slug: communities.slug,
        name: communities.name,
        nameEn: communities.nameEn,
        isInvented: communities.isInvented,
        attribution: communities.attribution,
        areaId: communities.areaId,
        bounds: sql<[number, number, number, number]>`json_build_array(
          ST_XMin(${communities.boundary}), ST_YMin(${communities.boundary}),
          ST_XMax(${communities.boundary}), ST_YMax(${communities.boundary}))`,
      })
      .from(communities)
      .where(eq(communities.isReady, true))
      .orderBy(communities.createdAt, communities.slug);
    const counts = await countAll(ctx);
    const summaries: CommunitySummary[] = [];
    for (const { areaId, ...row } of rows) {
      const areas = await readAreas(ctx.db, areaId);
      const membership = rights.memberships.get(row.slug);
      summaries.push({
        ...row,
        areas: areas.map(({ level, name, nameEn }) => ({ level, name, nameEn })),
        counts: counts.get(row.id) ?? NOTHING,
        may: ACTIONS.filter((action) => membership && mayIn(rights, membership, action)),
      });
    }
    return summaries;
  });
}

async function countAll({ db }: Tx): Promise<Map<string, CommunityCounts>> {
  const result = await db.execute(sql`SELECT community_id AS id, name, total FROM getu_counts()`);
  const { rows } = result as unknown as {
    rows: { id: string; name: keyof CommunityCounts; total: number }[];
  };
  const counts = new Map<string, CommunityCounts>();
  for (const { id, name, total } of rows) {
    counts.set(id, { ...NOTHING, ...counts.get(id), [name]: total });
  }
  return counts;
}
