import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import type { OpenDatabase } from "#data/open.ts";
import { communities, photos } from "#data/schema/index.ts";

/** Another process on the same server may be about to commit; no transaction takes as long. */
const ABANDONED_MS = 60 * 60_000;

/**
 * Takes away files whose transaction never committed. For the start, as the owner of the tables.
 * Folders of communities that this database does not know are left alone: it may be another's.
 * @returns how many were taken away
 */
export async function sweepPhotos({ db }: OpenDatabase, directory: string): Promise<number> {
  const before = Date.now() - ABANDONED_MS;
  let swept = 0;
  for (const { id: communityId } of await db.select({ id: communities.id }).from(communities)) {
    const files = await filesIn(join(directory, communityId));
    if (files.length === 0) continue;
    const rows = await db
      .select({ id: photos.id })
      .from(photos)
      .where(eq(photos.communityId, communityId));
    const known = new Set(rows.map(({ id }) => `${id}.jpg`));
    for (const { name, path } of files) {
      if (known.has(name) || (await stat(path)).mtimeMs > before) continue;
      await rm(path, { force: true });
      swept++;
    }
  }
  return swept;
}

async function filesIn(folder: string): Promise<{ name: string; path: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, path: join(parentPath, name) }));
}
