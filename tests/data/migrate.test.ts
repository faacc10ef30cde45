import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DatabaseNewer, MigrationFailed } from "#data/faults.ts";
import { appliedMigrations, knownMigrations, migrate } from "#data/migrate.ts";
import { makeMigrations } from "./migrationsFolder.ts";
import { openScratch, rowsOf, type Scratch } from "./scratch.ts";

const BREAK = "\n--> statement-breakpoint\n";
const GOOD = `CREATE TABLE shelves (id integer)${BREAK}INSERT INTO shelves VALUES (1)`;
const HALF = `CREATE TABLE books (id integer)${BREAK}ALTER TABLE shelves ADD name text${BREAK}SELECT 1/0`;

let scratch: Scratch;
beforeAll(async () => void (scratch = await openScratch()));
afterAll(() => scratch.remove());

async function tables(): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    scratch.db,
    sql`SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'drizzle') AND table_type = 'BASE TABLE'
      ORDER BY table_name`,
  );
  return rows.map(({ name }) => name).filter((name) => name !== "spatial_ref_sys");
}

test("migrations that fail in the middle leave nothing, not even those before them", async () => {
  const failing = migrate(scratch.db, { folder: makeMigrations(GOOD, HALF) });
  await expect(failing).rejects.toBeInstanceOf(MigrationFailed);
  await expect(failing).rejects.toThrow("division by zero");
  expect(await tables()).toEqual([]);
});

test("a migration that fails later leaves the schema that was there", async () => {
  await migrate(scratch.db, { folder: makeMigrations(GOOD) });
  const failing = migrate(scratch.db, { folder: makeMigrations(GOOD, HALF) });
  await expect(failing).rejects.toThrow("Nothing was changed");
  expect(await tables()).toEqual(["__drizzle_migrations", "shelves"]);
  expect(await rowsOf(scratch.db, sql`SELECT * FROM shelves`)).toEqual([{ id: 1 }]);
  expect(await appliedMigrations(scratch.db)).toHaveLength(1);
});

test("migrations are applied up to the one that is asked for, then the rest", async () => {
  const more = "CREATE TABLE readers (id integer)";
  const folder = makeMigrations(GOOD, more, "CREATE TABLE loans (id integer)");
  await migrate(scratch.db, { folder, through: knownMigrations(folder)[1] });
  expect(await tables()).toEqual(["__drizzle_migrations", "readers", "shelves"]);
  await migrate(scratch.db, { folder });
  expect(await tables()).toContain("loans");
  expect(await appliedMigrations(scratch.db)).toEqual(knownMigrations(folder));
});

test("a database that a newer version made is refused and left alone", async () => {
  const before = await appliedMigrations(scratch.db);
  const refused = migrate(scratch.db, { folder: makeMigrations(GOOD) });
  await expect(refused).rejects.toBeInstanceOf(DatabaseNewer);
  await expect(refused).rejects.toThrow("Update the program");
  expect(await appliedMigrations(scratch.db)).toEqual(before);
});

test("a database with a migration left out in between is refused", async () => {
  await scratch.db.execute(sql`DELETE FROM drizzle.__drizzle_migrations
    WHERE created_at = (SELECT min(created_at) FROM drizzle.__drizzle_migrations)`);
  const refused = migrate(scratch.db, { folder: makeMigrations(GOOD, GOOD, GOOD) });
  await expect(refused).rejects.toBeInstanceOf(DatabaseNewer);
});
