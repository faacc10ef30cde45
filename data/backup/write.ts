import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import tar, { type Pack } from "tar-stream";
import type { Database } from "../open.ts";
import { spoolTables, type Spooled } from "./dump.ts";
import { type EntryNote, FILE_FOLDERS, FORMAT, MANIFEST, type Manifest } from "./manifest.ts";

export interface BackupSource {
  db: Database;
  /** The data directory: everything beneath `FILE_FOLDERS` belongs to the backup. */
  directory: string;
  /** Version of the program. */
  program: string;
}

/**
 * Writes a backup, a gzipped tar, to a stream, which it ends; on an error the stream is destroyed. Rows
 * are spooled to the disk first, so that the database is busy no longer than reading them takes and
 * the memory needed does not grow with them.
 */
export async function writeBackup(source: BackupSource, destination: Writable): Promise<void> {
  const createdAt = new Date();
  const folder = await mkdtemp(join(tmpdir(), "getu-backup-"));
  try {
    const spooled = await spoolTables(source.db, folder);
    const pack = tar.pack();
    const written = pipeline(pack, createGzip(), destination);
    // The first of the two to fail is the reason; the other only follows it.
    await Promise.all([written, packAll(pack, source, spooled, createdAt)]).catch(
      (error: Error) => {
        pack.destroy(error);
        throw error;
      },
    );
  } catch (error) {
    destination.destroy(error as Error);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function packAll(pack: Pack, source: BackupSource, spooled: Spooled, createdAt: Date) {
  const entries: EntryNote[] = [];
  for (const { file, path } of spooled.entries) entries.push(await packFile(pack, path, file));
  // After the rows: a picture's file is there before its row is, so none of them is without one.
  for (const folder of FILE_FOLDERS) {
    for (const file of await filesBeneath(join(source.directory, folder))) {
      const path = relative(source.directory, file).split(sep).join("/");
      entries.push(await packFile(pack, path, file));
    }
  }
  const manifest: Manifest = {
    format: FORMAT,
    program: source.program,
    createdAt: createdAt.toISOString(),
    migration: spooled.migration,
    tables: spooled.tables,
    sequences: spooled.sequences,
    entries,
  };
  pack.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest, null, 1));
  pack.finalize();
}

/** By the size it had at first: what is appended meanwhile belongs to the next backup. */
async function packFile(pack: Pack, path: string, file: string): Promise<EntryNote> {
  const { size, mtime } = await stat(file);
  const hash = createHash("sha256");
  const entry = pack.entry({ name: path, size, mode: 0o600, mtime });
  if (size > 0) {
    for await (const chunk of createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (!entry.write(chunk)) await drained(pack, entry);
    }
  }
  entry.end(null);
  return { path, bytes: size, sha256: hash.digest("hex") };
}

/** @throws what ended the archive while it waited */
function drained(pack: Pack, entry: ReturnType<Pack["entry"]>): Promise<void> {
  return new Promise((resolve, reject) => {
    const close = () => reject(new Error("the archive was closed"));
    pack.once("close", close);
    entry.once("drain", () => {
      pack.removeListener("close", close);
      resolve();
    });
  });
}

/** One that is still being written has another name, and is gone when it has its own. */
const UNFINISHED = ".part";

async function filesBeneath(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith(UNFINISHED))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
