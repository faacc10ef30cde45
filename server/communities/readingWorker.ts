import { parentPort, workerData } from "node:worker_threads";
import type { MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";

const { bytes, mapping } = workerData as { bytes: Uint8Array; mapping: MappingChoice };

try {
  parentPort?.postMessage({ reading: readFootprintFile(bytes, { mapping }) });
} catch (error) {
  if (!(error instanceof ImportProblem)) throw error;
  // Classes do not survive the crossing, the detail does.
  parentPort?.postMessage({ problem: error.detail });
}
