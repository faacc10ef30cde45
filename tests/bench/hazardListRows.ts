import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { HAZARD_CATEGORIES, HAZARD_LEVELS, OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import { hazards } from "#data/schema/index.ts";
import { touch, transact } from "#server/context.ts";
import type { BenchServer } from "./server.ts";
import { townBundle } from "./townBundle.ts";

const AT_ONCE = 1_000;
const HOUR_MS = 3_600_000;
const NOTES = ["楼道堆放纸箱、旧家具", "消火栓箱内水带缺失", "电动车堵住单元门口", ""];

/** So many open hazards in the community of 5,000 buildings, of every sort and due at all times. */
export async function storeHazards({ ctx }: BenchServer, count: number): Promise<void> {
  const { community, buildings } = townBundle(5000);
  const rows = Array.from({ length: count }, (_, index): typeof hazards.$inferInsert => {
    const building = buildings[index % buildings.length]!;
    const pick = <T>(things: readonly T[]): T => things[index % things.length]!;
    const status = pick(OPEN_STATUSES);
    const reported = Date.now() - (index % 400) * HOUR_MS;
    return {
      ...{ communityId: community.id, id: uuidv7(), status, unitId: building.id },
      ...{ category: pick(HAZARD_CATEGORIES), level: pick(HAZARD_LEVELS), note: pick(NOTES) },
      location: { type: "Point", coordinates: representativePoint(building.footprint) },
      ...{ buildingId: building.id, floor: 1 + (index % 6), returnCount: index % 9 === 0 ? 1 : 0 },
      ...{ reportedAt: new Date(reported), clockStartsAt: new Date(reported) },
      dueAt: new Date(reported + 200 * HOUR_MS + (index % 97) * 60_000),
      rectifiedAt: status === "rectified" ? new Date() : null,
    };
  });
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    await ctx.database.db.insert(hazards).values(rows.slice(first, first + AT_ONCE));
  }
  await ctx.database.db.execute(sql`ANALYZE hazards`);
  await transact(ctx, (ctx) => Promise.resolve(touch(ctx, community.id, ["hazards"])));
}
