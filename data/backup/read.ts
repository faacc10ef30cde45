import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import tar from "tar-stream";
import { type EntryNote, FORMAT, MANIFEST, Manifest } from "./manifest.ts";
import { BackupProblem, backupProblems } from "./problem.ts";

export interface ArchiveEntry {
  path: string;
  chunks: AsyncIterable<Buffer>;
}

/** Goes through a backup, entry by entry; what is not read of one is skipped. @throws BackupProblem */
export async function* readEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const extract = tar.extract();
  const unpacked = pipeline(createReadStream(file), createGunzip(), extract);
  // Its failure comes out of the loop as well, where it is dealt with.
  unpacked.catch(() => undefined);
  for await (const entry of extract) {
    yield { path: entry.header.name, chunks: entry as AsyncIterable<Buffer> };
    entry.resume();
  }
  await unpacked;
}

/** Reads all of a backup and holds every entry to its checksum. @throws BackupProblem */
export async function checkBackup(file: string): Promise<Manifest> {
  const found: EntryNote[] = [];
  let text: string | undefined;
  try {
    for await (const { path, chunks } of readEntries(file)) {
      if (path === MANIFEST) text = Buffer.concat(await collect(chunks)).toString("utf8");
      else found.push({ path, ...(await sumOf(chunks)) });
    }
  } catch (error) {
    throw problemOf(error);
  }
  if (text === undefined) throw backupProblems.damaged(`it has no ${MANIFEST}`, `缺少 ${MANIFEST}`);
  const manifest = readManifest(text);
  compare(manifest.entries, found);
  return manifest;
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const collected: Buffer[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return collected;
}

async function sumOf(chunks: AsyncIterable<Buffer>) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

function readManifest(text: string): Manifest {
  let value: { format?: unknown; program?: unknown };
  try {
    value = JSON.parse(text) as typeof value;
  } catch (error) {
    throw backupProblems.damaged(`${MANIFEST} is not readable`, `${MANIFEST} 无法读取`, error);
  }
  if (typeof value.format !== "string" || !value.format.startsWith("getu-backup-")) {
    throw backupProblems.noBackup();
  }
  if (value.format !== FORMAT) throw backupProblems.newerFormat(String(value.program));
  const read = Manifest.safeParse(value);
  if (read.success) return read.data;
  throw backupProblems.damaged(`${MANIFEST} is not right`, `${MANIFEST} 内容不对`, read.error);
}

function compare(expected: EntryNote[], found: EntryNote[]): void {
  const sums = new Map(found.map((entry) => [entry.path, entry.sha256]));
  for (const { path, sha256 } of expected) {
    const sum = sums.get(path);
    if (sum === undefined) throw backupProblems.damaged(`${path} is missing`, `缺少 ${path}`);
    if (sum !== sha256) {
      throw backupProblems.damaged(`${path} does not match its checksum`, `${path} 校验和不符`);
    }
    sums.delete(path);
  }
  const [extra] = sums.keys();
  if (extra !== undefined) {
    throw backupProblems.damaged(`${extra} does not belong to it`, `多出了 ${extra}`);
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof BackupProblem) return error;
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  // The file system's own: no such file, a folder, no permission.
  if (syscall !== undefined) return error;
  if (code === "Z_DATA_ERROR" && message.includes("incorrect header check")) {
    return backupProblems.noBackup();
  }
  return backupProblems.damaged(message, message, error);
}
