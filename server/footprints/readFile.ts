import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem, type ImportProblemDetail } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";
import type { Portion } from "../bundles/portions.ts";
import type { Incoming, IncomingHead, Naming } from "./incoming.ts";

/** What the worker is given; named, it makes the community as well. */
export interface ReadingWork {
  bytes: Uint8Array;
  mapping: MappingChoice;
  naming?: Naming;
}

/** What the worker says: the result or the problem, then a portion each time it is asked. */
export type ReadingMessage =
  | { reading: FootprintReading }
  | { head: IncomingHead }
  | { portion: Portion | undefined }
  | { problem: ImportProblemDetail };

/** Reads a file of footprints off the event loop: a large one takes seconds. @throws ImportProblem */
export async function readFile(
  bytes: Uint8Array,
  mapping: MappingChoice,
): Promise<FootprintReading> {
  return inWorker({ bytes, mapping }, async (next) => {
    const message = await next();
    return (message as { reading: FootprintReading }).reading;
  });
}

/**
 * Reads a file and makes the community of it off the event loop. What a large one holds comes over
 * portion by portion: in one piece it would hold the event loop for a second.
 * @throws ImportProblem
 */
export function withIncoming<T>(
  work: ReadingWork & { naming: Naming },
  take: (incoming: Incoming) => Promise<T>,
): Promise<T> {
  return inWorker(work, async (next) => {
    const { head } = (await next()) as { head: IncomingHead };
    async function* portions(): AsyncGenerator<Portion> {
      for (;;) {
        const { portion } = (await next()) as { portion: Portion | undefined };
        if (!portion) return;
        yield portion;
      }
    }
    return take({ head, portions: portions() });
  });
}

async function inWorker<T>(
  work: ReadingWork,
  use: (next: () => Promise<ReadingMessage>) => Promise<T>,
): Promise<T> {
  const worker = new Worker(new URL("../startWorker.js", import.meta.url), {
    workerData: { module: new URL("./readingWorker.ts", import.meta.url).href, ...work },
  });
  const ended = new Promise<never>((_resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the reading worker ended with ${code}`)));
  });
  ended.catch(() => undefined);
  try {
    return await use(async () => {
      const answer = once(worker, "message") as Promise<[ReadingMessage]>;
      worker.postMessage("next");
      const [message] = await Promise.race([answer, ended]);
      if ("problem" in message) throw new ImportProblem(message.problem);
      return message;
    });
  } finally {
    await worker.terminate();
  }
}
