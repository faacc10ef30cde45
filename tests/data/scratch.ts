import { PGlite } from "@electric-sql/pglite";
import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import pg from "pg";
import { type Database, openDatabase } from "#data/open.ts";

export interface Scratch {
  db: Database;
  /** Of the database, where it is on a server. */
  url: string | undefined;
  remove(): Promise<void>;
}

/** An empty database of the kind under test, without a single table of ours. */
export async function openScratch(): Promise<Scratch> {
  const server = process.env.DATABASE_URL || undefined;
  if (!server) {
    const client = await PGlite.create();
    return {
      db: drizzleEmbedded(client) as Database,
      url: undefined,
      remove: () => client.close(),
    };
  }
  const admin = await openDatabase({ url: server, directory: null, migrations: "none" });
  const name = `getu_scratch_${process.pid}_${Date.now()}`;
  await admin.db.execute(sql.raw(`CREATE DATABASE ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href });
  pool.on("error", () => undefined);
  return {
    db: drizzle(pool) as unknown as Database,
    url: url.href,
    remove: async () => {
      await pool.end();
      await admin.db.execute(sql.raw(`DROP DATABASE ${name} WITH (FORCE)`));
      await admin.close();
    },
  };
}

export async function rowsOf<T>(db: Database, query: SQL): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
