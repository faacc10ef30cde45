import { Worker } from "node:worker_threads";
import type { RosterFileProblemKind } from "#data/model/roster/problems.ts";
import type { RosterReading } from "#data/model/roster/rows.ts";
import { problems } from "../problem.ts";
import { Turnstile } from "../uploads/turnstile.ts";

type Message =
  { reading: RosterReading } | { problem: { kind: RosterFileProblemKind; limit: number | null } };

export const MAX_ROSTER_BYTES = 5 * 1024 * 1024;
/** The largest roster takes about two seconds; one that takes longer was made to. */
const MOST_MS = 30_000;
const MOST_HEAP_MEGABYTES = 512;
/** Each holds a file in memory many times over. */
const turnstile = new Turnstile(2);

/**
 * Reads a roster, .xlsx or CSV, off the event loop and within bounds of time and memory.
 * @throws Problem too-large, unreadable-roster
 */
export async function readRosterFile(bytes: Uint8Array, today: string): Promise<RosterReading> {
  if (bytes.length > MAX_ROSTER_BYTES) throw problems.tooLarge(MAX_ROSTER_BYTES);
  const message = await turnstile.pass(() => inWorker(bytes, today));
  if (message === undefined) throw problems.unreadableRoster("not-a-roster");
  if ("problem" in message) {
    throw problems.unreadableRoster(message.problem.kind, message.problem.limit);
  }
  return message.reading;
}

/** Undefined where the worker had to be stopped, or ran out of memory. */
async function inWorker(bytes: Uint8Array, today: string): Promise<Message | undefined> {
  const worker = new Worker(new URL("../startWorker.js", import.meta.url), {
    workerData: { module: new URL("./readingWorker.ts", import.meta.url).href, bytes, today },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  });
  const timer = setTimeout(() => void worker.terminate(), MOST_MS);
  try {
    return await new Promise<Message | undefined>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(undefined) : reject(error),
      );
      worker.once("exit", () => resolve(undefined));
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
