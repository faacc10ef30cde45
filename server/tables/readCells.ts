import { readSheet } from "read-excel-file/universal";
import { readCsv } from "#data/model/roster/csv.ts";
import { isZip, unpackedBytes } from "./zipSizes.ts";

/** A table of 20,000 rows unpacks to about 10 MB. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The cells of a table's first sheet, .xlsx or text in columns; what it is instead where it is none. */
export async function readCells(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ cells: unknown[][] } | { problem: "empty-file" | "not-a-table" }> {
  if (bytes.length === 0) return { problem: "empty-file" };
  if (!isZip(bytes)) {
    return isBinary(bytes) ? { problem: "not-a-table" } : { cells: readCsv(bytes) };
  }
  const unpacked = unpackedBytes(bytes);
  if (unpacked === undefined || unpacked > MOST_UNPACKED_BYTES) return { problem: "not-a-table" };
  try {
    // The variant for all places keeps to the sizes of the archive's list; that for Node does not.
    return { cells: await readSheet(bytes.slice().buffer) };
  } catch {
    return { problem: "not-a-table" };
  }
}

/** An old .xls, a picture: text has no NUL, but as UTF-16 it does and says so with its first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isWide && bytes.subarray(0, 8000).includes(0);
}
