import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import pg from "pg";
import { finishRestore } from "./backup/swap.ts";
import { openEmbeddedIn } from "./embedded/open.ts";
import { DiskFull, Fault } from "./faults.ts";
import { Listener, type Listening } from "./listener.ts";
import { lockDirectory } from "./lock.ts";
import { type MigrateOptions, migrate, refuseUnknownMigrations } from "./migrate.ts";
import * as schema from "./schema/index.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type DatabaseKind = "embedded" | "postgresql";

export interface OpenDatabase {
  db: Database;
  kind: DatabaseKind;
  /** Calls back with the payload of every NOTIFY on the channel, this process's own included. */
  listen(listening: Listening): Promise<void>;
  /** Tells a second process where this one serves. */
  announce(address: string): void;
  /**
   * Before a write on the embedded database: refuses it while there still is room to refuse it in.
   * @throws DiskFull
   */
  requireRoom(): void;
  /** Resolves when the embedded engine ended by itself, which only a new start puts right. */
  stopped: Promise<Error>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** PostgreSQL 15+ with PostGIS 3.3+; without it the embedded database is used. */
  url?: string;
  /** The embedded database's directory; `null` keeps it in memory. */
  directory: string | null;
  /** Which migrations to apply; "none" only looks whether what was applied is known. */
  migrations?: MigrateOptions | "none";
}

/** Any number will do, as long as every process takes the same one. */
const MIGRATION_LOCK = 4_738_201;

/**
 * Opens the database and brings its schema up to date.
 * @throws DirectoryLocked, DatabaseUnavailable, DatabaseDamaged, DatabaseNewer, MigrationFailed, DiskFull
 */
export function openDatabase({ url, directory, migrations }: OpenOptions): Promise<OpenDatabase> {
  return url ? openServer(url, migrations) : openEmbedded(directory, migrations);
}

async function openEmbedded(
  directory: string | null,
  migrations: OpenOptions["migrations"],
): Promise<OpenDatabase> {
  const lock = directory === null ? undefined : await lockDirectory(directory);
  try {
    if (directory !== null) finishRestore(directory);
    const { client, ...opened } = await openEmbeddedIn(directory, (db) => prepare(db, migrations));
    return {
      db: opened.db,
      kind: "embedded",
      listen: async ({ channel, onPayload }) => {
        await client.listen(channel, onPayload);
      },
      announce: (address) => lock?.announce(address),
      requireRoom: () => {
        if (!opened.hasRoom()) throw new DiskFull(directory ?? "");
      },
      stopped: opened.stopped,
      close: async () => {
        await opened.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openServer(
  url: string,
  migrations: OpenOptions["migrations"],
): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 15_000 });
  // An idle connection that the server closes is replaced on next use; unheard it would end the process.
  pool.on("error", (error) => console.error(`database connection lost: ${error.message}`));
  await prepareAlone(pool, migrations).catch(async (error: unknown) => {
    await pool.end();
    throw error instanceof Fault ? error : new DatabaseUnavailable(url, error);
  });
  const listeners: Listener[] = [];
  return {
    db: drizzle(pool, { schema }),
    kind: "postgresql",
    listen: async (listening) => {
      const listener = new Listener(url, listening);
      await listener.open();
      listeners.push(listener);
    },
    announce: () => undefined,
    // The server has its own disk, and refuses by itself.
    requireRoom: () => undefined,
    stopped: new Promise(() => undefined),
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await pool.end();
    },
  };
}

/** Several processes may start at once on one server: the first migrates, the others wait. */
async function prepareAlone(pool: pg.Pool, migrations: OpenOptions["migrations"]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await prepare(drizzle(client, { schema }), migrations);
  } finally {
    // The lock goes with its connection, whatever state the migration left that in.
    client.release(true);
  }
}

async function prepare(db: Database, migrations: OpenOptions["migrations"]): Promise<void> {
  if (migrations === "none") return refuseUnknownMigrations(db);
  await db.execute(sql`CREATE EXTENSION IF NOT EXISTS postgis`);
  await migrate(db, migrations);
}
