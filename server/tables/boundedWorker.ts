import { Worker } from "node:worker_threads";
import { Turnstile } from "../uploads/turnstile.ts";

/** The largest file takes some seconds; one that takes longer was made to. */
const MOST_MS = 30_000;
const MOST_HEAP_MEGABYTES = 512;
/** Each holds a file in memory many times over. */
const turnstile = new Turnstile(2);

/**
 * Runs a module off the event loop and within bounds of time and memory; it posts one message.
 * @param module the address of the worker's module, which finds `data` as its `workerData`
 * @returns undefined where the worker had to be stopped, or ran out of memory
 */
export function inBoundedWorker<Message>(
  module: URL,
  data: Record<string, unknown>,
): Promise<Message | undefined> {
  return turnstile.pass(() => run<Message>(module, data));
}

async function run<Message>(
  module: URL,
  data: Record<string, unknown>,
): Promise<Message | undefined> {
  const worker = new Worker(new URL("../startWorker.js", import.meta.url), {
    workerData: { module: module.href, ...data },
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
