import type { Polygon, MultiPolygon } from "geojson";
import { and, asc, eq, sql } from "drizzle-orm";
import type { PlanUnit } from "#data/model/bundle.ts";
import { type PlanRows, stateFromRows } from "#data/model/planning/rows.ts";
import { type PlanState, type PostKey, postKey } from "#data/model/planning/state.ts";
import { grids, microGrids, planPosts, plans, planUnits } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";

export type PlanRow = typeof plans.$inferSelect;
export type UnitRow = Omit<PlanUnit, "planId">;

/** A plan as it is stored. */
export interface StoredPlan {
  row: PlanRow;
  state: PlanState;
  /** Units that its rows give to two micro-grids. */
  doubled: string[];
  planUnits: UnitRow[];
}

/** Building → ids of its entrances, by ordinal. */
export type EntranceIds = ReadonlyMap<string, readonly string[]>;

/** One plan, whichever its status, under the actor's own privileges. @throws Problem no-such-thing */
export async function readPlan(
  tx: Tx,
  communityId: string,
  id: string,
  entranceIds: EntranceIds,
): Promise<StoredPlan> {
  const row = await readPlanRow(tx, communityId, id);
  const rows = await readPlanRows(tx, communityId, id);
  return { row, planUnits: rows.planUnits, ...stateFromRows(rows, entranceIds) };
}

/** @throws Problem no-such-thing */
export async function readPlanRow({ db }: Tx, communityId: string, id: string): Promise<PlanRow> {
  const isIt = and(eq(plans.communityId, communityId), eq(plans.id, id));
  const [row] = await db.select().from(plans).where(isIt);
  if (!row) throw problems.noSuchThing("plan", id);
  return row;
}

/** Columns in the order in which `GridFacts` and `MicroGridFacts` travel: states are compared as text. */
async function readPlanRows(tx: Tx, communityId: string, planId: string): Promise<PlanRows> {
  const { db } = tx;
  const isOf = (table: typeof grids | typeof microGrids | typeof planUnits) =>
    and(eq(table.communityId, communityId), eq(table.planId, planId));
  return {
    grids: await db
      .select({
        id: grids.id,
        name: grids.name,
        code: grids.code,
        kind: grids.kind,
        ordinal: grids.ordinal,
        isLocked: grids.isLocked,
        outline: sql<Polygon | MultiPolygon | null>`ST_AsGeoJSON(${grids.outline}, 12)::jsonb`,
      })
      .from(grids)
      .where(isOf(grids))
      .orderBy(asc(grids.ordinal), grids.id),
    microGrids: await db
      .select({
        id: microGrids.id,
        gridId: microGrids.gridId,
        name: microGrids.name,
        ordinal: microGrids.ordinal,
        isLocked: microGrids.isLocked,
      })
      .from(microGrids)
      .where(isOf(microGrids))
      .orderBy(asc(microGrids.ordinal), microGrids.id),
    planUnits: await db
      .select({
        unitId: planUnits.unitId,
        buildingId: planUnits.buildingId,
        entranceId: planUnits.entranceId,
        microGridId: planUnits.microGridId,
      })
      .from(planUnits)
      .where(isOf(planUnits)),
    posts: await readPlanPosts(tx, communityId, planId),
  };
}

/** Who is to answer where a plan says so; an empty list is a post that is to be vacant. */
export async function readPlanPosts(
  { db }: Tx,
  communityId: string,
  planId: string,
): Promise<ReadonlyMap<PostKey, readonly string[]>> {
  const rows = await db
    .select()
    .from(planPosts)
    .where(and(eq(planPosts.communityId, communityId), eq(planPosts.planId, planId)))
    .orderBy(planPosts.id);
  const posts = new Map<PostKey, string[]>();
  for (const { personId, ...place } of rows) {
    const key = postKey(place);
    const persons = posts.get(key) ?? [];
    if (personId !== null) persons.push(personId);
    posts.set(key, persons);
  }
  return posts;
}
