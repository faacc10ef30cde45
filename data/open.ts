import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { sql } from "drizzle-orm";
import { drizzle as drizzleNode } from "drizzle-orm/node-postgres";
import { migrate as migrateNode } from "drizzle-orm/node-postgres/migrator";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import pg from "pg";
import { Listener, type Listening } from "./listener.ts";
import { type DirectoryLock, lockDirectory } from "./lock.ts";
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
  close(): Promise<void>;
}

export interface OpenOptions {
  /** PostgreSQL 15+ with PostGIS 3.3+; without it the embedded database is used. */
  url?: string;
  /** The embedded database's directory; `null` keeps it in memory. */
  directory: string | null;
}

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any number will do, as long as every process takes the same one. */
const MIGRATION_LOCK = 4_738_201;

/** Opens the database and brings its schema up to date. @throws DirectoryLocked, DatabaseUnavailable */
export function openDatabase({ url, directory }: OpenOptions): Promise<OpenDatabase> {
  return url ? openServer(url) : openEmbedded(directory);
}

async function openEmbedded(directory: string | null): Promise<OpenDatabase> {
  const lock: DirectoryLock | undefined = directory ? await lockDirectory(directory) : undefined;
  try {
    const client = await PGlite.create({
      ...(directory ? { dataDir: join(directory, "database") } : {}),
      extensions: { postgis },
    });
    const db = drizzleEmbedded(client, { schema });
    await db.execute(sql`CREATE EXTENSION IF NOT EXISTS postgis`);
    await migrateEmbedded(db, { migrationsFolder: MIGRATIONS });
    return {
      db,
      kind: "embedded",
      listen: async ({ channel, onPayload }) => {
        await client.listen(channel, onPayload);
      },
      announce: (address) => lock?.announce(address),
      close: async () => {
        await client.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 15_000 });
  // An idle connection that the server closes is replaced on next use; unheard it would end the process.
  pool.on("error", (error) => console.error(`database connection lost: ${error.message}`));
  await migrateAlone(pool).catch(async (error: unknown) => {
    await pool.end();
    throw new DatabaseUnavailable(url, error);
  });
  const listeners: Listener[] = [];
  return {
    db: drizzleNode(pool, { schema }),
    kind: "postgresql",
    listen: async (listening) => {
      const listener = new Listener(url, listening);
      await listener.open();
      listeners.push(listener);
    },
    announce: () => undefined,
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await pool.end();
    },
  };
}

/** Several processes may start at once on one server: the first migrates, the others wait. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("CREATE EXTENSION IF NOT EXISTS postgis");
    await migrateNode(drizzleNode(client), { migrationsFolder: MIGRATIONS });
  } finally {
    // The lock goes with its connection, whatever state the migration left that in.
    client.release(true);
  }
}
