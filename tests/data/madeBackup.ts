import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import tar from "tar-stream";
import { MANIFEST } from "#data/backup/manifest.ts";
import { readEntries } from "#data/backup/read.ts";
import { writeBackup } from "#data/backup/write.ts";
import { inRollback } from "#tests/server/harness.ts";

export interface MadeBackup {
  file: string;
  /** A place for more files, removed at the end of the tests. */
  folder: string;
}

/** As the server lays them: by community, then by the end of the picture's id. */
export const MADE_PHOTO =
  "photos/019ab000-0000-7000-8000-000000000001/0c/019ab000-0000-7000-8000-00000000000c.jpg";

let made: Promise<MadeBackup> | undefined;

/** A backup of the sample communities with two files and a picture of a hazard, made once. */
export const madeBackup = () => (made ??= makeBackup());

async function makeBackup(): Promise<MadeBackup> {
  const folder = mkdtempSync(join(tmpdir(), "getu-backups-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "files", "2026"), { recursive: true });
  writeFileSync(join(folder, "files", "2026", "楼道 1.jpg"), Buffer.alloc(100_000, 7));
  writeFileSync(join(folder, "files", "empty"), "");
  mkdirSync(dirname(join(folder, MADE_PHOTO)), { recursive: true });
  writeFileSync(join(folder, MADE_PHOTO), Buffer.alloc(50_000, 9));
  writeFileSync(join(folder, `${MADE_PHOTO}.part`), "half a picture");
  const file = join(folder, "backup.tar.gz");
  await inRollback(async ({ ctx }) => {
    const source = { db: ctx.db, directory: folder, program: "0.0.1" };
    await writeBackup(source, createWriteStream(file));
  })();
  return { file, folder };
}

type Change = (path: string, content: Buffer) => { path: string; content: Buffer } | undefined;

/** The same archive with entries changed, or left out, as no program of ours writes it. */
export async function repack(file: string, target: string, change: Change): Promise<string> {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(target));
  for await (const { path, chunks } of readEntries(file)) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    const changed = change(path, Buffer.concat(parts));
    if (changed) pack.entry({ name: changed.path }, changed.content);
  }
  pack.finalize();
  await written;
  return target;
}

/** The same archive with another manifest. */
export function withManifest(
  file: string,
  target: string,
  edit: (manifest: Record<string, unknown>) => object,
): Promise<string> {
  return repack(file, target, (path, content) => {
    if (path !== MANIFEST) return { path, content };
    const manifest = JSON.parse(content.toString("utf8")) as Record<string, unknown>;
    return { path, content: Buffer.from(JSON.stringify(edit(manifest))) };
  });
}
