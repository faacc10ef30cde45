/** Why a file cannot be taken in at all. The web and the server say it in the reader's language. */
export const IMPORT_PROBLEMS = [
  "empty-file",
  "too-large",
  "zipped-file",
  "wrong-kind",
  "not-json",
  "not-geojson",
  "unsupported-crs",
  "no-features",
  "too-many-features",
  "no-usable-features",
  "coordinates-in-metres",
  "coordinates-swapped",
  "coordinates-off-earth",
] as const;
export type ImportProblemKind = (typeof IMPORT_PROBLEMS)[number];

/** What a file is when it is not GeoJSON. `table` is text in columns, such as CSV. */
export const OTHER_FILE_KINDS = [
  "spreadsheet",
  "table",
  "shapefile",
  "kml",
  "xml",
  "html",
  "geopackage",
  "document",
  "image",
  "binary",
] as const;
export type OtherFileKind = (typeof OTHER_FILE_KINDS)[number];

/** What is inside a compressed file, as far as its list of names tells. */
export const ARCHIVE_CONTENTS = ["shapefile", "geojson", "unknown"] as const;
export type ArchiveContent = (typeof ARCHIVE_CONTENTS)[number];

export type XY = readonly [x: number, y: number];

/** A plain value, so that it survives being posted from a worker or answered by the server. */
export type ImportProblemDetail =
  | { kind: "empty-file" }
  | { kind: "too-large"; bytes: number; limit: number }
  | { kind: "zipped-file"; contains: ArchiveContent }
  | { kind: "wrong-kind"; found: OtherFileKind }
  /** Line and column count from 1; `near` is the text on that line around the place. */
  | { kind: "not-json"; line: number; column: number; near: string }
  /**
   * `found` is the `type` member as written, or the JSON type (`array`, `string` …) where there is
   * none.
   */
  | { kind: "not-geojson"; found: string }
  | { kind: "unsupported-crs"; name: string }
  | { kind: "no-features" }
  | { kind: "too-many-features"; features: number; limit: number }
  | { kind: "no-usable-features"; features: number; reasons: { reason: string; count: number }[] }
  /** `epsg` is a guess, null where the numbers do not tell. */
  | { kind: "coordinates-in-metres"; row: number; example: XY; epsg: number | null }
  | { kind: "coordinates-swapped"; row: number; example: XY }
  | { kind: "coordinates-off-earth"; row: number; example: XY };

/** Thrown instead of a reading: nothing of the file was taken in. Carries no text for people. */
export class ImportProblem extends Error {
  readonly detail: ImportProblemDetail;

  constructor(detail: ImportProblemDetail) {
    super(detail.kind);
    this.name = "ImportProblem";
    this.detail = detail;
  }

  get kind(): ImportProblemKind {
    return this.detail.kind;
  }
}
