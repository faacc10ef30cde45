import { createWriteStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import type { Manifest } from "#data/backup/manifest.ts";
import { checkBackup } from "#data/backup/read.ts";

/** A file of that name is there already. */
export class FileThere extends Error {
  override readonly name = "FileThere";
}

export interface BackupFileOptions {
  file: string;
  isForced: boolean;
  /** Writes the archive and ends the stream. */
  write(destination: Writable): Promise<void>;
}

/**
 * Writes a backup beside its name, reads it back whole, and only then gives it its name: what carries
 * the name is always a backup that can be restored. Readable by its owner alone.
 * @throws FileThere
 */
export async function saveBackup(options: BackupFileOptions): Promise<Manifest> {
  const { file, isForced, write } = options;
  if (!isForced && existsSync(file)) throw new FileThere(file);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  try {
    await write(createWriteStream(partial, { flags: "wx", mode: 0o600 }));
    await sync(partial);
    const manifest = await checkBackup(partial);
    await rename(partial, file);
    return manifest;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
