import { sql } from "drizzle-orm";
import type { CommunityCounts, CommunitySummary } from "#data/model/answers/communities.ts";
import { communities } from "#data/schema/index.ts";
import { readAreas } from "../bundles/read.ts";
import type { Ctx } from "../context.ts";

const NOTHING: CommunityCounts = {
  buildings: 0,
  households: 0,
  partyMembers: 0,
  partyCentreHouseholds: 0,
  grids: 0,
  microGrids: 0,
  compounds: 0,
};

/** Every community with what it counts, oldest first. Grids are those of the plan in force. */
export async function listCommunities(ctx: Ctx): Promise<CommunitySummary[]> {
  const { db } = ctx;
  const rows = await db
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
    .orderBy(communities.createdAt, communities.slug);
  const counts = await countAll(ctx);
  const summaries: CommunitySummary[] = [];
  for (const { areaId, ...row } of rows) {
    const areas = await readAreas(db, areaId);
    summaries.push({
      ...row,
      areas: areas.map(({ level, name, nameEn }) => ({ level, name, nameEn })),
      counts: counts.get(row.id) ?? NOTHING,
    });
  }
  return summaries;
}

async function countAll({ db }: Ctx): Promise<Map<string, CommunityCounts>> {
  const result = await db.execute(sql`
    SELECT community_id AS id, count_name AS name, sum(total)::int AS total FROM (
      SELECT community_id, 'buildings' AS count_name, count(*) AS total FROM buildings GROUP BY 1
      UNION ALL SELECT community_id, 'compounds', count(*) FROM compounds GROUP BY 1
      UNION ALL SELECT community_id, 'households', count(*) FROM households GROUP BY 1
      UNION ALL SELECT community_id, 'partyMembers', sum(party_members) FROM households GROUP BY 1
      UNION ALL SELECT community_id, 'partyCentreHouseholds', count(*) FROM households
        WHERE party_standing = 'centre' GROUP BY 1
      UNION ALL SELECT community_id, 'grids', count(*) FROM grids
        JOIN plans USING (community_id) WHERE plans.id = plan_id AND status = 'in-force' GROUP BY 1
      UNION ALL SELECT community_id, 'microGrids', count(*) FROM micro_grids
        JOIN plans USING (community_id) WHERE plans.id = plan_id AND status = 'in-force' GROUP BY 1
    ) AS counted GROUP BY 1, 2`);
  const { rows } = result as unknown as {
    rows: { id: string; name: keyof CommunityCounts; total: number }[];
  };
  const counts = new Map<string, CommunityCounts>();
  for (const { id, name, total } of rows) {
    counts.set(id, { ...NOTHING, ...counts.get(id), [name]: total });
  }
  return counts;
}
