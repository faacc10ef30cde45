import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { differenceOf } from "#data/model/planning/difference.ts";
import type { PlanChange } from "#data/model/planning/change.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import { grids, microGrids, planPosts } from "#data/schema/index.ts";
import { letOthersIn } from "../bundles/store.ts";
import type { Tx } from "../context.ts";
import type { UnitRow } from "./readState.ts";

export interface PlanKey {
  communityId: string;
  planId: string;
}

/** Rows of one statement: the embedded database holds the event loop while it runs. */
const ROWS = 2500;
const GRID_ROWS = 200;

/**
 * Writes what differs between two states, parents before children and the other way round where
 * something goes.
 * @param before the rows that are there, by unit
 */
export async function storeDifference(
  tx: Tx,
  plan: PlanKey,
  states: { before: PlanState; after: PlanState },
  rows: { before: ReadonlyMap<string, UnitRow>; after: ReadonlyMap<string, UnitRow> },
): Promise<void> {
  const change = differenceOf(states.before, states.after);
  await putGrids(tx, plan, change.grids ?? []);
  await putMicroGrids(tx, plan, change.microGrids ?? []);
  await storeUnits(tx, plan, rows.before, rows.after);
  await dropRows(tx, microGrids, plan, goneIn(change.microGrids));
  await dropRows(tx, grids, plan, goneIn(change.grids));
  await storePosts(tx, plan, change.posts ?? []);
}

function goneIn(entries: PlanChange["grids"] | PlanChange["microGrids"]): string[] {
  return (entries ?? []).flatMap(([id, facts]) => (facts === null ? [id] : []));
}

async function putGrids({ db }: Tx, plan: PlanKey, entries: NonNullable<PlanChange["grids"]>) {
  const rows = entries.flatMap(([id, facts]) => (facts ? [{ ...plan, id, ...facts }] : []));
  for (const portion of portionsOf(rows, GRID_ROWS)) {
    await db
      .insert(grids)
      .values(portion)
      .onConflictDoUpdate({
        target: [grids.communityId, grids.planId, grids.id],
        set: excluded(["name", "code", "kind", "ordinal", "is_locked", "outline"]),
      });
  }
}

async function putMicroGrids(
  { db }: Tx,
  plan: PlanKey,
  entries: NonNullable<PlanChange["microGrids"]>,
) {
  const rows = entries.flatMap(([id, facts]) => (facts ? [{ ...plan, id, ...facts }] : []));
  for (const portion of portionsOf(rows, GRID_ROWS)) {
    await db
      .insert(microGrids)
      .values(portion)
      .onConflictDoUpdate({
        target: [microGrids.communityId, microGrids.planId, microGrids.id],
        set: excluded(["grid_id", "name", "ordinal", "is_locked"]),
      });
  }
}

/** The columns of the row that was to be added, by the names of the schema. */
function excluded(columns: string[]): Record<string, SQL> {
  return Object.fromEntries(
    columns.map((column) => [
      column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      sql.raw(`excluded.${column}`),
    ]),
  );
}

/** As one text of JSON for thousands of rows: a parameter for every value would be too many. */
async function storeUnits(
  { db }: Tx,
  { communityId, planId }: PlanKey,
  before: ReadonlyMap<string, UnitRow>,
  after: ReadonlyMap<string, UnitRow>,
): Promise<void> {
  const put = [...after.values()].filter((row) => {
    const known = before.get(row.unitId);
    return !known || known.microGridId !== row.microGridId;
  });
  const gone = [...before.keys()].filter((id) => !after.has(id));
  for (const portion of portionsOf(put, ROWS)) {
    const rows = portion.map((row) => [
      row.unitId,
      row.buildingId,
      row.entranceId,
      row.microGridId,
    ]);
    await db.execute(sql`
      INSERT INTO plan_units
        (community_id, plan_id, unit_id, building_id, entrance_id, micro_grid_id)
      SELECT ${communityId}::uuid, ${planId}::uuid,
        (r->>0)::uuid, (r->>1)::uuid, (r->>2)::uuid, (r->>3)::uuid
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS r
      ON CONFLICT (community_id, plan_id, unit_id)
      DO UPDATE SET micro_grid_id = excluded.micro_grid_id`);
    await letOthersIn();
  }
  for (const portion of portionsOf(gone, ROWS)) {
    await db.execute(sql`
      DELETE FROM plan_units
      WHERE community_id = ${communityId} AND plan_id = ${planId} AND unit_id IN (
        SELECT id::uuid FROM jsonb_array_elements_text(${JSON.stringify(portion)}::jsonb) AS id)`);
  }
}

async function dropRows(
  { db }: Tx,
  table: typeof grids | typeof microGrids,
  { communityId, planId }: PlanKey,
  ids: readonly string[],
): Promise<void> {
  for (const portion of portionsOf(ids, ROWS)) {
    await db
      .delete(table)
      .where(
        and(
          eq(table.communityId, communityId),
          eq(table.planId, planId),
          inArray(table.id, portion),
        ),
      );
  }
}

async function storePosts(
  { db }: Tx,
  plan: PlanKey,
  entries: NonNullable<PlanChange["posts"]>,
): Promise<void> {
  const { communityId, planId } = plan;
  const keys = entries.map(([{ role, placeType, placeId }]) => [role, placeType, placeId]);
  for (const portion of portionsOf(keys, ROWS)) {
    await db.execute(sql`
      DELETE FROM plan_posts
      WHERE community_id = ${communityId} AND plan_id = ${planId}
        AND (role, place_type, place_id) IN (
          SELECT r->>0, r->>1, (r->>2)::uuid
          FROM jsonb_array_elements(${JSON.stringify(portion)}::jsonb) AS r)`);
  }
  const rows = entries.flatMap(([place, personIds]) => {
    if (personIds === null) return [];
    const holders = personIds.length > 0 ? [...new Set(personIds)] : [null];
    return holders.map((personId) => ({ ...plan, id: uuidv7(), ...place, personId }));
  });
  for (const portion of portionsOf(rows, GRID_ROWS)) await db.insert(planPosts).values(portion);
}

function portionsOf<T>(rows: readonly T[], size: number): T[][] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
}
