import { parentPort, workerData } from "node:worker_threads";
import { ImportProblem } from "#data/model/import/problems.ts";
import { locate } from "#data/model/planning/sources/locate.ts";
import { readOutlines } from "#data/model/planning/sources/outlines.ts";
import type { OutlineMessage, OutlineWork } from "./fromOutlines.ts";

const { bytes, sites } = workerData as OutlineWork;

function work(): OutlineMessage {
  try {
    const reading = readOutlines(bytes);
    const grounds = reading.outlines.map(({ geometry }) => geometry);
    return { reading, locations: locate(sites, grounds) };
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    // Classes do not survive the crossing, the detail does.
    return { problem: error.detail };
  }
}

parentPort?.postMessage(work());
