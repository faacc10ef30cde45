import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FILE_FOLDERS } from "./manifest.ts";

const PARTS = [...FILE_FOLDERS, "database"];

/** Where a restore builds what it restores, and what that is called once it is whole. */
export const restorePlaces = (directory: string) => ({
  building: join(directory, "restoring"),
  whole: join(directory, "restored"),
});

/**
 * Puts a restored database and files in place of the old ones, which are kept beside. One rename makes
 * the restored ones count: from then on a process that was killed is made good by the next start.
 * @returns where the old ones are now
 */
export function putInPlace(directory: string): string[] {
  const { building, whole } = restorePlaces(directory);
  // Also where the backup has none: those that are there belong to the former database.
  for (const folder of FILE_FOLDERS) mkdirSync(join(building, folder), { recursive: true });
  renameSync(building, whole);
  return finishRestore(directory);
}

/** Completes a restore that was cut off after its data were whole. */
export function finishRestore(directory: string): string[] {
  const { whole } = restorePlaces(directory);
  if (!existsSync(whole)) return [];
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const kept: string[] = [];
  for (const part of PARTS) {
    const [restored, old] = [join(whole, part), join(directory, part)];
    if (!existsSync(restored)) continue;
    if (existsSync(old) && readdirSync(old).length > 0) {
      const beside = `${old}.before-restore-${stamp}`;
      renameSync(old, beside);
      kept.push(beside);
    }
    rmSync(old, { recursive: true, force: true });
    renameSync(restored, old);
  }
  // Of a first start that never came to its end: the database in its place is another one now.
  rmSync(join(directory, "database.creating"), { force: true });
  rmSync(whole, { recursive: true });
  return kept;
}
