import { sql } from "drizzle-orm";
import type { Database } from "../open.ts";
import { listTables, rowsOf } from "./catalogue.ts";
import { entryOfTable, type Manifest, type TableNote } from "./manifest.ts";
import { backupProblems } from "./problem.ts";
import { readEntries } from "./read.ts";

/** One statement takes rows up to this much text; larger ones gain nothing. */
const CHARACTERS_AT_ONCE = 1_000_000;

/**
 * Replaces every row of the database by those of a backup whose checksums were found right, in one
 * transaction. References are taken off meanwhile and checked as a whole when they are put back, so
 * the order of rows and tables does not matter. Whoever is signed in is signed out.
 * @throws BackupProblem where the tables are not the backup's
 */
export function loadTables(db: Database, file: string, manifest: Manifest): Promise<void> {
  return db.transaction(async (db) => {
    await db.execute(sql`SELECT set_config('row_security', 'off', true)`);
    await refuseOtherTables(db, manifest);
    const references = await takeOffReferences(db);
    const names = await allNames(db);
    await setTriggers(db, names, "DISABLE");
    await db.execute(sql`TRUNCATE ${sql.join(names.map(named), sql`, `)}`);
    const tables = new Map(manifest.tables.map((table) => [entryOfTable(table.name), table]));
    for await (const { path, chunks } of readEntries(file)) {
      const table = tables.get(path);
      if (table) await loadTable(db, table, chunks);
    }
    for (const [name, value] of Object.entries(manifest.sequences)) {
      await db.execute(sql`SELECT setval(${`public."${name}"`}::regclass, ${value}::bigint)`);
    }
    await setTriggers(db, names, "ENABLE");
    for (const { table, name, definition } of references) {
      await db.execute(sql`ALTER TABLE ${named(table)} ADD CONSTRAINT ${sql.identifier(name)}
        ${sql.raw(definition)}`);
    }
    await outdateCaches(db);
  });
}

const named = (table: string) => sql`public.${sql.identifier(table)}`;

async function refuseOtherTables(db: Database, { tables }: Manifest): Promise<void> {
  const described = (name: string, columns: string[]) => `${name} (${columns.join(", ")})`;
  const here = (await listTables(db)).map(({ name, columns }) => described(name, columns));
  const there = tables.map(({ name, columns }) => described(name, columns));
  const other =
    there.find((table) => !here.includes(table)) ?? here.find((table) => !there.includes(table));
  if (other) throw backupProblems.otherTables(other);
}

/** Those that are not kept as well: a session must not outlive the account it was opened for. */
async function allNames(db: Database): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    db,
    sql`SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  return rows.map(({ name }) => name);
}

interface Reference {
  table: string;
  name: string;
  definition: string;
}

async function takeOffReferences(db: Database): Promise<Reference[]> {
  const references = await rowsOf<Reference>(
    db,
    sql`SELECT c.relname AS table, r.conname AS name, pg_get_constraintdef(r.oid) AS definition
      FROM pg_constraint r JOIN pg_class c ON c.oid = r.conrelid
      WHERE r.contype = 'f' AND r.connamespace = 'public'::regnamespace AND r.conparentid = 0`,
  );
  for (const { table, name } of references) {
    await db.execute(sql`ALTER TABLE ${named(table)} DROP CONSTRAINT ${sql.identifier(name)}`);
  }
  return references;
}

/** What a trigger would stamp or forbid is not for rows that were there before. */
async function setTriggers(db: Database, tables: string[], state: "ENABLE" | "DISABLE") {
  for (const table of tables) {
    await db.execute(sql`ALTER TABLE ${named(table)} ${sql.raw(state)} TRIGGER USER`);
  }
}

async function loadTable(db: Database, { name, rows }: TableNote, chunks: AsyncIterable<Buffer>) {
  const columns = await writableColumns(db, name);
  let loaded = 0;
  for await (const batch of batchesOf(chunks)) {
    // As text to both drivers; PostgreSQL makes it an array of the table's own rows.
    const array = `{${batch.map(quoted).join(",")}}`;
    await db.execute(sql`INSERT INTO ${named(name)} (${columns}) OVERRIDING SYSTEM VALUE
      SELECT ${columns} FROM unnest(CAST(${array}::text AS ${named(name)}[]))`);
    loaded += batch.length;
  }
  if (loaded !== rows) {
    throw backupProblems.damaged(
      `${name}: ${loaded} of ${rows} rows`,
      `${name}：${loaded}/${rows} 行`,
    );
  }
}

async function writableColumns(db: Database, table: string) {
  const columns = await rowsOf<{ name: string }>(
    db,
    sql`SELECT attname AS name FROM pg_attribute
      WHERE attrelid = ${`public."${table}"`}::regclass AND attnum > 0 AND NOT attisdropped
        AND attgenerated = '' ORDER BY attnum`,
  );
  return sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
}

const quoted = (row: string) => `"${row.replace(/["\\]/g, "\\$&")}"`;

/** Rows in runs of about `CHARACTERS_AT_ONCE`. */
async function* batchesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  let batch: string[] = [];
  let characters = 0;
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      batch.push(JSON.parse(line) as string);
      characters += line.length;
    }
    if (characters < CHARACTERS_AT_ONCE) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Revisions go back with the rows, but browsers still hold answers under the later ones. Milliseconds
 * are ahead of any count of changes, those of an earlier restore included.
 */
async function outdateCaches(db: Database): Promise<void> {
  await db.execute(sql`UPDATE public.layer_revisions
    SET revision = greatest(revision + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`);
}
