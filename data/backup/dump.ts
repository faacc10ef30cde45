import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { appliedMigrations, type Migration } from "../migrate.ts";
import type { Database } from "../open.ts";
import { listSequences, listTables, rowsOf, type Table } from "./catalogue.ts";
import { type EntryNote, entryOfTable, type TableNote } from "./manifest.ts";
import { backupProblems } from "./problem.ts";

/** Few enough that other requests are answered in between: 150 rows take some milliseconds. */
const ROWS_AT_ONCE = 150;

export interface Spooled {
  migration: Migration;
  sequences: Record<string, string>;
  tables: TableNote[];
  /** Where each table's rows lie, with what the archive will say of them. */
  entries: (EntryNote & { file: string })[];
}

/**
 * Copies all rows, as they are at one instant, into files of a folder. A row is PostgreSQL's own text
 * of it as a JSON string, one a line: exact to the last bit for numbers, times and geometries.
 *
 * The embedded database has one transaction at a time: readers of the database and writers wait until
 * the rows are copied (not compressed), while what is answered from memory goes on.
 */
export function spoolTables(db: Database, folder: string): Promise<Spooled> {
  return db.transaction(
    async (db) => {
      await readExactly(db);
      const migration = (await appliedMigrations(db)).at(-1);
      if (!migration) throw backupProblems.noBackup();
      const spooled: Spooled = {
        migration,
        sequences: await listSequences(db),
        tables: [],
        entries: [],
      };
      for (const table of await listTables(db)) {
        const file = join(folder, `${table.name}.rows`);
        const { rows, bytes, sha256 } = await spoolTable(db, table, file);
        spooled.tables.push({ ...table, rows });
        spooled.entries.push({ path: entryOfTable(table.name), bytes, sha256, file });
      }
      return spooled;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** As pg_dump does: one form for each value, and an error rather than rows left out by a policy. */
async function readExactly(db: Database): Promise<void> {
  const settings = {
    datestyle: "ISO, YMD",
    intervalstyle: "postgres",
    timezone: "UTC",
    extra_float_digits: "1",
    bytea_output: "hex",
    row_security: "off",
  };
  for (const [name, value] of Object.entries(settings)) {
    await db.execute(sql`SELECT set_config(${name}, ${value}, true)`);
  }
}

async function spoolTable(db: Database, { name }: Table, file: string) {
  await db.execute(sql`DECLARE spooled NO SCROLL CURSOR FOR
    SELECT whole_row::text AS row FROM public.${sql.identifier(name)} AS whole_row`);
  const spool = await open(file, "wx", 0o600);
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  try {
    for (;;) {
      const lines = await nextLines(db, spool);
      if (lines === undefined) break;
      rows += lines.count;
      bytes += lines.text.length;
      hash.update(lines.text);
    }
  } finally {
    await spool.close();
  }
  await db.execute(sql`CLOSE spooled`);
  return { rows, bytes, sha256: hash.digest("hex") };
}

async function nextLines(db: Database, spool: FileHandle) {
  const fetched = await rowsOf<{ row: string }>(db, sql.raw(`FETCH ${ROWS_AT_ONCE} FROM spooled`));
  if (fetched.length === 0) return undefined;
  const text = Buffer.from(fetched.map(({ row }) => `${JSON.stringify(row)}\n`).join(""));
  await spool.writeFile(text);
  return { text, count: fetched.length };
}
