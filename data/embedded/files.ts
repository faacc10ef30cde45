import { closeSync, fstatSync, fsyncSync, openSync, statfsSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Options = Parameters<NodeFS["init"]>[1];
type Engine = Parameters<NonNullable<Options["preRun"]>[number]>[0];

/**
 * Rows are taken only while this much is left: PostgreSQL's journal grows by files of 16 MB, and where
 * there is no room for one the engine does not refuse the write but ends (measured on a full tmpfs).
 */
export const ROOM_BYTES = 64 * 1024 * 1024;
/** Asking the file system takes microseconds, but loading extends tables 100,000 times. */
const ASK_EVERY_MS = 50;
/** "No space left on device" as the engine counts errors (WASI). */
const NO_SPACE = 51;

interface OpenFile {
  /** Absent for a folder: the engine opens those to make renames in them last. */
  nfd?: number;
  path: string;
  node: object;
}
interface FileOperations {
  fsync?(file: OpenFile): number;
  write(file: OpenFile, from: Uint8Array, offset: number, length: number, at: number): number;
}
interface DiskFiles {
  stream_ops: FileOperations;
  realPath(node: object): string;
}

/**
 * A database on the disk whose commits reach the disk, not only the system's memory, so that they
 * outlive a power failure too; and whose tables stop growing before the disk is full, so that a write
 * is refused in order while the journal still has room.
 */
export class DurableFiles extends NodeFS {
  #askedAt = 0;
  #hasRoom = true;

  constructor(private readonly path: string) {
    super(path);
  }

  hasRoom(): boolean {
    const now = Date.now();
    if (now - this.#askedAt > ASK_EVERY_MS) {
      this.#hasRoom = roomAt(this.path) >= ROOM_BYTES;
      this.#askedAt = now;
    }
    return this.#hasRoom;
  }

  override async init(client: PGlite, options: Options) {
    const started = await super.init(client, options);
    (started.emscriptenOpts.preRun ??= []).push((engine: Engine) => this.#guard(engine));
    return started;
  }

  #guard({ FS }: Engine): void {
    const { NODEFS } = FS.filesystems as unknown as { NODEFS: DiskFiles };
    const { write } = NODEFS.stream_ops;
    NODEFS.stream_ops.fsync = ({ nfd, node }) => {
      if (nfd === undefined) syncFolder(NODEFS.realPath(node));
      else fsyncSync(nfd);
      return 0;
    };
    NODEFS.stream_ops.write = (file, from, offset, length, at) => {
      const { nfd } = file;
      const isTable = nfd !== undefined && file.path.includes("/base/");
      if (isTable && !this.hasRoom() && at + length > fstatSync(nfd).size) {
        throw new FS.ErrnoError(NO_SPACE);
      }
      return write(file, from, offset, length, at);
    };
  }
}

function syncFolder(path: string): void {
  // Windows has no such thing, and needs none.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Bytes that may be written beneath a path that exists. */
export function roomAt(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
