import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { drizzle } from "drizzle-orm/pglite";
import { DatabaseDamaged, DatabaseStopped, DiskFull, Fault, isDiskFull } from "../faults.ts";
import * as schema from "../schema/index.ts";
import type { Database } from "../open.ts";
import { keepJournalShort } from "./checkpoints.ts";
import { stopWhenEnded } from "./engine.ts";
import { readEverything } from "./entirety.ts";
import { DurableFiles, ROOM_BYTES, roomAt } from "./files.ts";
import { inspect, placesIn } from "./inspect.ts";

/** What an empty database with PostGIS takes, twice over. */
const NEW_BYTES = 160 * 1024 * 1024;

/** Its own parameters (fsync off among them), but with commits that wait for the disk. */
const PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "wal_sync_method=fsync", "-c", "max_wal_size=128MB", "-c", "min_wal_size=32MB"],
];

export interface Embedded {
  client: PGlite;
  db: Database;
  hasRoom(): boolean;
  /** Resolves when the engine ended by itself, which only a new start puts right. */
  stopped: Promise<DatabaseStopped>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database of a data directory that this process holds, or makes it; `prepare`
 * brings its schema up to date before anything in it counts as somebody's.
 * @param directory `null` keeps it in memory
 * @throws DatabaseDamaged, DiskFull, and what `prepare` throws
 */
export async function openEmbeddedIn(
  directory: string | null,
  prepare: (db: Database) => Promise<void>,
): Promise<Embedded> {
  if (directory === null) return inMemory(prepare);
  const { database, creating } = placesIn(directory);
  const state = inspect(directory);
  refuseIfFull(directory, state === "new" ? NEW_BYTES : ROOM_BYTES);
  if (state === "new") writeFileSync(creating, "");
  mkdirSync(database, { recursive: true });
  let opened: Embedded | undefined;
  try {
    opened = await openOnDisk(database, state);
    await prepare(opened.db);
    rmSync(creating, { force: true });
    return opened;
  } catch (error) {
    await opened?.close();
    throw faultOf(error, directory);
  }
}

async function openOnDisk(database: string, state: "new" | "there"): Promise<Embedded> {
  const files = new DurableFiles(database);
  const client = await PGlite.create({
    fs: files,
    startParams: PARAMETERS,
    extensions: { postgis },
  });
  const stopped = stopWhenEnded(client, database, () => files.hasRoom());
  if (state === "there") await readEverything(client);
  const endCheckpoints = keepJournalShort(client);
  let hasStopped = false;
  void stopped.then(() => (hasStopped = true));
  return {
    client,
    db: drizzle(client, { schema }),
    hasRoom: () => files.hasRoom(),
    stopped,
    close: async () => {
      await endCheckpoints();
      if (!hasStopped) await client.close();
    },
  };
}

async function inMemory(prepare: (db: Database) => Promise<void>): Promise<Embedded> {
  const client = await PGlite.create({ extensions: { postgis } });
  const db = drizzle(client, { schema });
  await prepare(db);
  const stopped = stopWhenEnded(client, "memory", () => true);
  return { client, db, hasRoom: () => true, stopped, close: () => client.close() };
}

function refuseIfFull(directory: string, bytes: number): void {
  if (roomAt(directory) < bytes) throw new DiskFull(directory);
}

/** Errors of PostgreSQL that come of files: system errors (58), internal and corruption (XX). */
const OF_FILES = /^(58|XX)/;

/** What the engine says of damage, if anything, is for its makers; what it means is the same. */
function faultOf(error: unknown, directory: string): unknown {
  const isEnd = error instanceof DatabaseStopped;
  if (error instanceof Fault && !isEnd) return error;
  if (isDiskFull(error) || roomAt(directory) < ROOM_BYTES) return new DiskFull(directory, error);
  const { cause, code, message, name } = error as Error & { code?: string };
  if (cause instanceof Error && !isEnd) return faultOf(cause, directory);
  const isOfEngine = isEnd || name === "RuntimeError" || message.startsWith("PGlite failed");
  if (!isOfEngine && !OF_FILES.test(code ?? "")) return error;
  return new DatabaseDamaged(
    placesIn(directory).database,
    {
      en: `the database engine cannot read it (${message}).`,
      zh: `数据库引擎无法读取（${message}）。`,
    },
    error,
  );
}
