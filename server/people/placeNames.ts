import { and, eq, inArray, sql } from "drizzle-orm";
import type { DutyPlaceType } from "#data/model/duties.ts";
import { buildings, communities, compounds, grids, microGrids, plans } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";

interface DutyPlace {
  placeType: DutyPlaceType;
  placeId: string;
}

/** Of a place to its name: 第一网格, 晨光小区 3号楼. Empty for one that is gone. */
export type NameOfPlace = (place: DutyPlace) => string;

/** The names of these places; a grid that the plan in force has no more is called as it was. */
export async function readPlaceNames(
  tx: Tx,
  communityId: string,
  places: readonly DutyPlace[],
): Promise<NameOfPlace> {
  const names = new Map<string, string>();
  for (const type of new Set(places.map(({ placeType }) => placeType))) {
    const ofType = places.filter(({ placeType }) => placeType === type);
    const ids = [...new Set(ofType.map(({ placeId }) => placeId))];
    for (const { id, name } of await READERS[type](tx, communityId, ids)) {
      names.set(`${type} ${id}`, name);
    }
  }
  return ({ placeType, placeId }) => names.get(`${placeType} ${placeId}`) ?? "";
}

type Reader = (
  tx: Tx,
  communityId: string,
  ids: string[],
) => PromiseLike<{ id: string; name: string }[]>;

const READERS: Record<DutyPlaceType, Reader> = {
  community: ({ db }, communityId) =>
    db
      .select({ id: communities.id, name: communities.name })
      .from(communities)
      .where(eq(communities.id, communityId)),
  compound: ({ db }, communityId, ids) =>
    db
      .select({ id: compounds.id, name: compounds.name })
      .from(compounds)
      .where(and(eq(compounds.communityId, communityId), inArray(compounds.id, ids))),
  building: ({ db }, communityId, ids) =>
    db
      .select({
        id: buildings.id,
        name: sql<string>`concat_ws(' ', ${compounds.name}, ${buildings.name})`,
      })
      .from(buildings)
      .leftJoin(
        compounds,
        and(
          eq(compounds.communityId, buildings.communityId),
          eq(compounds.id, buildings.compoundId),
        ),
      )
      .where(and(eq(buildings.communityId, communityId), inArray(buildings.id, ids))),
  grid: (tx, communityId, ids) => namesInPlans(tx, communityId, grids, ids),
  "micro-grid": (tx, communityId, ids) => namesInPlans(tx, communityId, microGrids, ids),
};

/** Plan by plan, the one in force last, so that its name is the one that stays. */
function namesInPlans(
  { db }: Tx,
  communityId: string,
  table: typeof grids | typeof microGrids,
  ids: string[],
) {
  return db
    .select({ id: table.id, name: table.name })
    .from(table)
    .innerJoin(plans, and(eq(plans.communityId, table.communityId), eq(plans.id, table.planId)))
    .where(and(eq(table.communityId, communityId), inArray(table.id, ids)))
    .orderBy(sql`${plans.status} = 'in-force'`, plans.effectiveFrom);
}
