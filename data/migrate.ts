import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseNewer, MigrationFailed } from "./faults.ts";
import type { Database } from "./open.ts";

export const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** What names a migration: when it was generated, and the SHA-256 of its text. */
export interface Migration {
  when: number;
  hash: string;
}

export interface MigrateOptions {
  /** Where the migrations and their journal are. */
  folder?: string;
  /** The last one to apply; all of them where absent. */
  through?: Migration;
}

/**
 * Brings the schema up to date in one transaction: all that is missing is applied, or nothing.
 * Keeps the table that drizzle's own migrator keeps.
 * @throws DatabaseNewer, MigrationFailed
 */
export async function migrate(db: Database, options: MigrateOptions = {}): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: options.folder ?? MIGRATIONS });
  await db.transaction(async (db) => {
    const missing = missingOf(known, await appliedMigrations(db));
    const last = options.through?.when ?? Infinity;
    await keepTable(db);
    for (const migration of missing.filter(({ folderMillis }) => folderMillis <= last)) {
      await apply(db, migration);
    }
  });
}

/** @throws DatabaseNewer where something was applied that this program does not know. */
export async function refuseUnknownMigrations(
  db: Database,
  { folder = MIGRATIONS }: MigrateOptions = {},
): Promise<void> {
  missingOf(readMigrationFiles({ migrationsFolder: folder }), await appliedMigrations(db));
}

/** Every migration this program has, oldest first. */
export function knownMigrations(folder = MIGRATIONS): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(nameOf);
}

/** What the database went through, oldest first; nothing where it is empty. */
export async function appliedMigrations(db: Database): Promise<Migration[]> {
  const [table] = await rows<{ there: boolean }>(
    db,
    sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there`,
  );
  if (!table?.there) return [];
  const applied = await rows<{ hash: string; created_at: string }>(
    db,
    sql`SELECT hash, created_at FROM drizzle.__drizzle_migrations ORDER BY created_at`,
  );
  return applied.map(({ hash, created_at }) => ({ when: Number(created_at), hash }));
}

/**
 * Applied must be the first of the known, in their order: anything else is another history. The time
 * names a migration, not the hash: that differs where Git writes line ends the Windows way.
 */
function missingOf(known: MigrationMeta[], applied: Migration[]): MigrationMeta[] {
  applied.forEach((migration, index) => {
    if (known[index]?.folderMillis !== migration.when) throw new DatabaseNewer(dayOf(migration));
  });
  return known.slice(applied.length);
}

async function keepTable(db: Database): Promise<void> {
  await db.execute(sql`CREATE SCHEMA IF NOT EXISTS drizzle`);
  await db.execute(sql`CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (
    id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)`);
}

async function apply(db: Database, migration: MigrationMeta): Promise<void> {
  const { when, hash } = nameOf(migration);
  try {
    for (const statement of migration.sql) await db.execute(sql.raw(statement));
  } catch (error) {
    throw new MigrationFailed(dayOf({ when, hash }), error);
  }
  await db.execute(sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at)
    VALUES (${hash}, ${when})`);
}

const nameOf = ({ folderMillis, hash }: MigrationMeta): Migration => ({ when: folderMillis, hash });

/** As a person may look it up: 2026-11-22 4f2a91c0. */
export function dayOf({ when, hash }: Migration): string {
  return `${new Date(when).toISOString().slice(0, 10)} ${hash.slice(0, 8)}`;
}

async function rows<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
