import { Worker } from "node:worker_threads";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem, type ImportProblemDetail } from "#data/model/import/problems.ts";
import type { FootprintReading } from "#data/model/import/reading.ts";

type Message = { reading: FootprintReading } | { problem: ImportProblemDetail };

/** Reads a file of footprints off the event loop: a large one takes seconds. @throws ImportProblem */
export async function readFile(
  bytes: Uint8Array,
  mapping: MappingChoice,
): Promise<FootprintReading> {
  const message = await new Promise<Message>((resolve, reject) => {
    const worker = new Worker(new URL("./startWorker.js", import.meta.url), {
      workerData: { module: new URL("./readingWorker.ts", import.meta.url).href, bytes, mapping },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the reading worker ended with ${code}`)));
  });
  if ("problem" in message) throw new ImportProblem(message.problem);
  return message.reading;
}
