import { parentPort, workerData } from "node:worker_threads";
import { readPlanTable } from "#data/model/planning/sources/table.ts";
import { readCells } from "../tables/readCells.ts";
import type { TableMessage } from "./fromTable.ts";

const { bytes } = workerData as { bytes: Uint8Array<ArrayBuffer> };

const read = await readCells(bytes);
const message: TableMessage = "problem" in read ? read : readPlanTable(read.cells);
parentPort?.postMessage(message);
