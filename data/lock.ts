import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { DirectoryUnwritable, isDiskFull } from "./faults.ts";

const OWNER_FILE = "owner.json";

/** Who holds a data directory. */
export interface LockOwner {
  pid: number;
  host: string;
  /** When the process started, in the kernel's own count; tells a reused process number apart. */
  started: string | null;
  since: string;
  /** Where it serves, once it does. */
  address: string | null;
}

export class DirectoryLocked extends Error {
  constructor(
    readonly directory: string,
    readonly owner: LockOwner,
  ) {
    const where = owner.address ? `, serving ${owner.address}` : "";
    // Nobody can look at a process on another machine, nor in a container that is gone.
    const gone =
      owner.host === hostname()
        ? ""
        : ` If ${owner.host} is gone for good, delete ${join(directory, OWNER_FILE)}.`;
    super(
      `The data directory ${directory} is in use by process ${owner.pid} on ${owner.host}` +
        ` since ${owner.since}${where}. Stop that process first, or choose another GETU_DATA_DIR.` +
        gone,
    );
    this.name = "DirectoryLocked";
  }
}

export interface DirectoryLock {
  /** Tells later comers where the holder serves. */
  announce(address: string): void;
  release(): void;
}

/**
 * Takes a data directory for this process. Two processes on one embedded database lose acknowledged
 * writes, so the lock is held by who is alive, never by how long ago somebody looked: a stalled
 * holder keeps it, a killed one gives it up at once. `lock` only keeps two starters apart meanwhile.
 * @throws DirectoryLocked when a living process holds it; DirectoryUnwritable
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  requireWritable(directory);
  const file = join(directory, OWNER_FILE);
  const release = await lock(directory, {
    lockfilePath: join(directory, "starting.lock"),
    retries: { retries: 20, minTimeout: 50, maxTimeout: 500 },
  });
  try {
    const owner = readOwner(file);
    if (owner && isAlive(owner)) throw new DirectoryLocked(directory, owner);
    const mine: LockOwner = {
      pid: process.pid,
      host: hostname(),
      started: startOf(process.pid),
      since: new Date().toISOString(),
      address: null,
    };
    writeFileSync(file, JSON.stringify(mine));
    return {
      announce: (address) => writeFileSync(file, JSON.stringify({ ...mine, address })),
      release: () => rmSync(file, { force: true }),
    };
  } finally {
    await release();
  }
}

function requireWritable(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (error) {
    throw isDiskFull(error) ? error : new DirectoryUnwritable(directory, error);
  }
}

function readOwner(file: string): LockOwner | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockOwner;
  } catch {
    // Cut off while it was written: its writer died before it opened the database.
    return undefined;
  }
}

/** A holder on another machine cannot be looked at, so it counts as alive. */
function isAlive(owner: LockOwner): boolean {
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return owner.started === startOf(process.pid);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return owner.started === null || owner.started === startOf(owner.pid);
}

/** Field 22 of /proc/PID/stat (proc(5)); null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
