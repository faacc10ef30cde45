import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../open.ts";

/** Who is signed in where, and what was counted to slow somebody down: people sign in again. */
const NOT_KEPT = ["sessions", "verifications", "rate_limits"];

export interface Table {
  name: string;
  /** "name type", in their order. */
  columns: string[];
}

/** Every table of ours, as the database itself lists them; none of an extension's. */
export async function listTables(db: Database): Promise<Table[]> {
  const tables = await rowsOf<Table>(
    db,
    sql`SELECT c.relname AS name,
        array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
      GROUP BY c.relname ORDER BY c.relname`,
  );
  return tables.filter(({ name }) => !NOT_KEPT.includes(name));
}

/** Where each sequence of ours stands; absent where it was never asked. */
export async function listSequences(db: Database): Promise<Record<string, string>> {
  const rows = await rowsOf<{ name: string; last: string }>(
    db,
    sql`SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

export async function rowsOf<T>(db: Database, query: SQL): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
