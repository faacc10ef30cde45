import { createWriteStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { placesIn } from "../embedded/inspect.ts";
import { lockDirectory } from "../lock.ts";
import { appliedMigrations, knownMigrations, migrate } from "../migrate.ts";
import { type Database, type OpenDatabase, openDatabase } from "../open.ts";
import { rowsOf } from "./catalogue.ts";
import { loadTables } from "./load.ts";
import { FILE_FOLDERS, type Manifest } from "./manifest.ts";
import { backupProblems } from "./problem.ts";
import { checkBackup, readEntries } from "./read.ts";
import { putInPlace, restorePlaces } from "./swap.ts";

export interface RestoreOptions {
  file: string;
  url: string | undefined;
  directory: string;
  /** Load a backup of an older program and bring it up to date. */
  isMigrated: boolean;
  /** Even where there are communities already. */
  isReplacing: boolean;
  /** The program's migrations, where they are not the usual ones. */
  migrationsFolder?: string;
}

export interface Restored {
  manifest: Manifest;
  rows: number;
  /** Where the former database and files are now. */
  kept: string[];
}

/**
 * Puts a backup in place of what a database and a data directory hold: all of it, or nothing.
 * @throws BackupProblem, DirectoryLocked, DatabaseUnavailable, DiskFull
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const manifest = await checkBackup(options.file);
  refuseOtherVersion(manifest, options);
  if (!options.isReplacing) await refuseHeld(options);
  const lock = await lockDirectory(options.directory);
  const { building } = restorePlaces(options.directory);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building);
  try {
    await extractFiles(options.file, building);
    if (options.url) await intoServer(options, manifest);
    else await intoDirectory(options, manifest);
    const kept = putInPlace(options.directory);
    return { manifest, rows: sumOfRows(manifest), kept };
  } finally {
    rmSync(building, { recursive: true, force: true });
    lock.release();
  }
}

function refuseOtherVersion(manifest: Manifest, options: RestoreOptions): void {
  const known = knownMigrations(options.migrationsFolder);
  const { migration, program, createdAt } = manifest;
  if (!known.some(({ when }) => when === migration.when)) throw backupProblems.newerFormat(program);
  if (known.at(-1)?.when !== migration.when && !options.isMigrated) {
    throw backupProblems.olderSchema(program, createdAt.slice(0, 10));
  }
}

/** Opens what is there as it is: a restore that is refused changes nothing, not even the schema. */
async function refuseHeld({ url, directory }: RestoreOptions): Promise<void> {
  if (!url && !existsSync(placesIn(directory).database)) return;
  const opened = await openDatabase({ url, directory, migrations: "none" });
  await closingAfter(opened, async ({ db }) => {
    const [table] = await rowsOf<{ there: boolean }>(
      db,
      sql`SELECT to_regclass('public.communities') IS NOT NULL AS there`,
    );
    if (!table?.there) return;
    const communities = await rowsOf(db, sql`SELECT id FROM communities LIMIT 1`);
    if (communities.length > 0) throw backupProblems.notEmpty();
  });
}

/** Into a new database beside the old one, which is not touched. */
async function intoDirectory(options: RestoreOptions, manifest: Manifest): Promise<void> {
  const opened = await openDatabase({
    directory: restorePlaces(options.directory).building,
    migrations: { folder: options.migrationsFolder, through: manifest.migration },
  });
  await closingAfter(opened, ({ db }) => load(db, options, manifest));
}

async function intoServer(options: RestoreOptions, manifest: Manifest): Promise<void> {
  const { url, migrationsFolder: folder } = options;
  const migrations = { folder, through: manifest.migration };
  const opened = await openDatabase({ url, directory: null, migrations });
  await closingAfter(opened, async ({ db }) => {
    const last = (await appliedMigrations(db)).at(-1);
    if (last?.when !== manifest.migration.when) throw backupProblems.notFresh();
    await load(db, options, manifest);
  });
}

function load(db: Database, options: RestoreOptions, manifest: Manifest): Promise<void> {
  return db.transaction(async (db) => {
    await loadTables(db, options.file, manifest);
    await migrate(db, { folder: options.migrationsFolder });
  });
}

async function closingAfter(
  opened: OpenDatabase,
  work: (opened: OpenDatabase) => Promise<void>,
): Promise<void> {
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

/** Photos and other files, beneath the folder where the restore is built. @throws BackupProblem */
async function extractFiles(archive: string, building: string): Promise<void> {
  const roots = FILE_FOLDERS.map((folder) => join(resolve(building), folder) + sep);
  for await (const { path, chunks } of readEntries(archive)) {
    if (!FILE_FOLDERS.some((folder) => path.startsWith(`${folder}/`))) continue;
    const target = resolve(building, path);
    // An archive made by hand must not write elsewhere.
    if (!roots.some((root) => target.startsWith(root))) {
      throw backupProblems.damaged(`${path} leads elsewhere`, `${path} 指向别处`);
    }
    mkdirSync(dirname(target), { recursive: true });
    await pipeline(chunks, createWriteStream(target, { mode: 0o600 }));
  }
}

const sumOfRows = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0);
