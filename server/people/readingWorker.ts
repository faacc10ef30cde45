import { parentPort, workerData } from "node:worker_threads";
import { RosterFileProblem } from "#data/model/roster/problems.ts";
import { readRoster } from "#data/model/roster/rows.ts";
import { readCells } from "../tables/readCells.ts";

const { bytes, today } = workerData as { bytes: Uint8Array<ArrayBuffer>; today: string };

try {
  const read = await readCells(bytes);
  if ("problem" in read) {
    throw new RosterFileProblem(read.problem === "empty-file" ? read.problem : "not-a-roster");
  }
  parentPort?.postMessage({ reading: readRoster(read.cells, today) });
} catch (error) {
  if (!(error instanceof RosterFileProblem)) throw error;
  // Classes do not survive the crossing, what they say does.
  parentPort?.postMessage({ problem: { kind: error.kind, limit: error.limit } });
}
