import { parentPort, workerData } from "node:worker_threads";
import { readSheet } from "read-excel-file/universal";
import { readCsv } from "#data/model/roster/csv.ts";
import { RosterFileProblem } from "#data/model/roster/problems.ts";
import { readRoster } from "#data/model/roster/rows.ts";
import { isZip, unpackedBytes } from "./zipSizes.ts";

const { bytes, today } = workerData as { bytes: Uint8Array<ArrayBuffer>; today: string };
/** A roster of 20,000 rows unpacks to about 10 MB. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The first sheet, or the rows of a table of text. */
async function readCells(): Promise<unknown[][]> {
  if (bytes.length === 0) throw new RosterFileProblem("empty-file");
  if (!isZip(bytes)) {
    if (isBinary(bytes)) throw new RosterFileProblem("not-a-roster");
    return readCsv(bytes);
  }
  const unpacked = unpackedBytes(bytes);
  if (unpacked === undefined || unpacked > MOST_UNPACKED_BYTES) {
    throw new RosterFileProblem("not-a-roster");
  }
  try {
    // The variant for all places keeps to the sizes of the archive's list; that for Node does not.
    return await readSheet(bytes.slice().buffer);
  } catch {
    throw new RosterFileProblem("not-a-roster");
  }
}

/** An old .xls, a picture: text has no NUL, but as UTF-16 it does and says so with its first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isWide && bytes.subarray(0, 8000).includes(0);
}

try {
  parentPort?.postMessage({ reading: readRoster(await readCells(), today) });
} catch (error) {
  if (!(error instanceof RosterFileProblem)) throw error;
  // Classes do not survive the crossing, what they say does.
  parentPort?.postMessage({ problem: { kind: error.kind, limit: error.limit } });
}
