import { parentPort, workerData } from "node:worker_threads";
import { readPlanTable } from "#data/model/planning/sources/table.ts";
import { readCells } from "../tables/readCells.ts";
import type { TableMessage, TableWork } from "./fromTable.ts";

const { bytes, columns } = workerData as TableWork;

const read = await readCells(bytes);
const message: TableMessage = "problem" in read ? read : readPlanTable(read.cells, columns);
parentPort?.postMessage(message);
