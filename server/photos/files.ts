import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/** One picture of one community. */
export interface PhotoName {
  communityId: string;
  id: string;
}

/** In folders of some hundreds: <directory>/<community>/<first two of the id's end>/<id>.jpg */
export function photoPath(directory: string, { communityId, id }: PhotoName): string {
  // A UUIDv7 begins with the time, so that all of a month would be in one folder.
  return join(directory, communityId, id.slice(-2), `${id}.jpg`);
}

/** On the disk when it returns, and under its own name only once it is whole. */
export async function writePhoto(
  directory: string,
  name: PhotoName,
  bytes: Uint8Array,
): Promise<void> {
  const path = photoPath(directory, name);
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const file = await open(part, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

/** @returns undefined where the file is gone */
export async function readPhoto(
  directory: string,
  name: PhotoName,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(photoPath(directory, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
