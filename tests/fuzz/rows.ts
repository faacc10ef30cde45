import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import * as schema from "#data/schema/index.ts";
import type { Ctx } from "#server/context.ts";

const OWNED = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .filter((table) => "communityId" in getTableColumns(table));

/** The ids of all rows of a community. */
export async function idsOf({ database: { db } }: Ctx, communityId: string): Promise<string[]> {
  const ids: string[] = [communityId];
  for (const table of OWNED.filter((table) => "id" in getTableColumns(table))) {
    const { rows } = (await db.execute(
      sql`SELECT id FROM ${table} WHERE community_id = ${communityId}`,
    )) as unknown as { rows: { id: string }[] };
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** A fingerprint of all that a community holds, by table. */
export async function fingerprintOf({ database: { db } }: Ctx, communityId: string) {
  const prints = new Map<string, string>();
  for (const table of OWNED) {
    const { rows } = (await db.execute(
      sql`SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS print
        FROM ${table} t WHERE community_id = ${communityId}`,
    )) as unknown as { rows: { print: string }[] };
    prints.set(getTableName(table), rows[0]?.print ?? "");
  }
  return prints;
}
