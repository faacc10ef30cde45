import { type ArchiveContent, ImportProblem, type OtherFileKind } from "./problems.ts";

/** First bytes of files people pick by mistake. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: OtherFileKind])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "spreadsheet"],
  [[0x00, 0x00, 0x27, 0x0a], "shapefile"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], "geopackage"],
  [[0x25, 0x50, 0x44, 0x46], "document"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x49, 0x49, 0x2a, 0x00], "image"],
  [[0x4d, 0x4d, 0x00, 0x2a], "image"],
  [[0x66, 0x67, 0x62, 0x03], "binary"],
  [[0x50, 0x4d, 0x54, 0x69, 0x6c, 0x65, 0x73], "binary"],
];
const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];
/** A zip's list of names stands at its end; the first names also at its beginning. */
const ARCHIVE_WINDOW_BYTES = 65_536;

/**
 * Throws `zipped-file` or `wrong-kind` where the first bytes say that this is another kind of file.
 */
export function refuseOtherFile(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP)) throw new ImportProblem(archiveDetail(bytes));
  if (startsWith(bytes, GZIP)) {
    throw new ImportProblem({ kind: "zipped-file", contains: "unknown" });
  }
  const signature = SIGNATURES.find(([prefix]) => startsWith(bytes, prefix));
  const found = signature?.[1] ?? (isDbf(bytes) ? "shapefile" : undefined);
  if (found) throw new ImportProblem({ kind: "wrong-kind", found });
}

/** Throws `wrong-kind` where decoded text is XML or a table. `text` has no leading white space. */
export function refuseOtherText(text: string): void {
  if (text.startsWith("<")) throw new ImportProblem({ kind: "wrong-kind", found: markup(text) });
  if (/^[^{["]/.test(text) && isTable(text)) {
    throw new ImportProblem({ kind: "wrong-kind", found: "table" });
  }
}

function archiveDetail(bytes: Uint8Array) {
  const names =
    latin1(bytes.subarray(0, ARCHIVE_WINDOW_BYTES)) + latin1(bytes.subarray(-ARCHIVE_WINDOW_BYTES));
  if (/xl\/workbook|content\.xmlspreadsheet/.test(names)) return wrongKind("spreadsheet");
  if (/word\/document/.test(names)) return wrongKind("document");
  if (/\.kml/i.test(names)) return wrongKind("kml");
  const contains: ArchiveContent = /\.shp/i.test(names)
    ? "shapefile"
    : /\.(geo)?json/i.test(names)
      ? "geojson"
      : "unknown";
  return { kind: "zipped-file", contains } as const;
}

function wrongKind(found: OtherFileKind) {
  return { kind: "wrong-kind", found } as const;
}

function markup(text: string): OtherFileKind {
  const head = text.slice(0, 2000).toLowerCase();
  if (/<kml[\s>]/.test(head)) return "kml";
  return /<!doctype html|<html[\s>]/.test(head) ? "html" : "xml";
}

/** Two lines with the same number of the same separator. */
function isTable(text: string): boolean {
  const [first = "", second = ""] = text.slice(0, 20_000).split(/\r\n|\n|\r/, 2);
  return [",", "\t", ";"].some((separator) => {
    const columns = first.split(separator).length;
    return columns > 1 && second.split(separator).length === columns;
  });
}

/**
 * A dBASE table starts with its version and the day of its last change, then says how long its
 * header is.
 */
function isDbf(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  const headerBytes = (bytes[8] ?? 0) + (bytes[9] ?? 0) * 256;
  const isVersion = [0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version);
  return isVersion && month >= 1 && month <= 12 && day >= 1 && day <= 31 && headerBytes >= 33;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
