import { parentPort, workerData } from "node:worker_threads";
import { ImportProblem } from "#data/model/import/problems.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import type { Portion } from "../bundles/portions.ts";
import { incomingFrom } from "./incoming.ts";
import type { ReadingMessage, ReadingWork } from "./readFile.ts";

const work = workerData as ReadingWork;
let portions: Iterator<Portion> | undefined;

parentPort?.on("message", () => {
  const message: ReadingMessage = portions ? { portion: portions.next().value } : begin(work);
  parentPort?.postMessage(message);
});

function begin({ bytes, mapping, naming }: ReadingWork): ReadingMessage {
  try {
    const reading = readFootprintFile(bytes, { mapping });
    if (!naming) return { reading };
    const incoming = incomingFrom(reading, naming);
    portions = (incoming.portions as Iterable<Portion>)[Symbol.iterator]();
    return { head: incoming.head };
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    // Classes do not survive the crossing, the detail does.
    return { problem: error.detail };
  }
}
