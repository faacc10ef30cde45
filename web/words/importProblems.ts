import {
  type ArchiveContent,
  IMPORT_PROBLEMS,
  ImportProblem,
  type ImportProblemDetail,
  type ImportProblemKind,
  type OtherFileKind,
  type XY,
} from "#data/model/import/problems.ts";
import type { SkipReason } from "#data/model/import/reading.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import { enumerationText, recordsText, sizeText, SKIP_WORDS } from "./importing.ts";
import { numberText } from "./numbers.ts";
import { problemText } from "./problems.ts";

export interface ProblemWords {
  /** What and where. */
  title: string;
  /** What to do. */
  text: string;
}

type Detail<Kind extends ImportProblemKind> = Extract<ImportProblemDetail, { kind: Kind }>;

const WORDS: { [Kind in ImportProblemKind]: (detail: Detail<Kind>) => ProblemWords } = {
  "empty-file": () => ({
    title: m.import_problem_empty_file(),
    text: m.import_problem_empty_file_text(),
  }),
  "too-large": ({ bytes, limit }) => ({
    title: m.import_problem_too_large(),
    text: tooLargeText(bytes, limit),
  }),
  "zipped-file": ({ contains }) => ARCHIVE_WORDS[contains](),
  "wrong-kind": ({ found }) => ({
    title: m.import_problem_wrong_kind({ kind: FILE_WORDS[found]() }),
    text: OTHER_FILE_ADVICE[found](),
  }),
  "not-json": ({ line, column, near }) => ({
    title: m.import_problem_not_json({ line: numberText(line), column: numberText(column) }),
    text:
      near.trim() === ""
        ? m.import_problem_not_json_end_text()
        : m.import_problem_not_json_text({ near: near.trim() }),
  }),
  "not-geojson": ({ found }) => ({
    title: m.import_problem_not_geojson(),
    text:
      found === "nesting"
        ? m.import_problem_not_geojson_nesting_text()
        : m.import_problem_not_geojson_text({ found }),
  }),
  "unsupported-crs": ({ name }) => ({
    title: m.import_problem_unsupported_crs({ name }),
    text: m.import_problem_unsupported_crs_text(),
  }),
  "no-features": () => ({
    title: m.import_problem_no_features(),
    text: m.import_problem_no_features_text(),
  }),
  "too-many-features": ({ features, limit }) => ({
    title: m.import_problem_too_many(),
    text: m.import_problem_too_many_text({
      features: numberText(features),
      limit: numberText(limit),
    }),
  }),
  "no-usable-features": ({ features, reasons }) => ({
    title: m.import_problem_none_usable(),
    text: m.import_problem_none_usable_text({
      features: recordsText(features),
      reasons: enumerationText(
        reasons.map(({ reason, count }) =>
          m.import_group({
            title: SKIP_WORDS[reason as SkipReason].title(),
            records: recordsText(count),
          }),
        ),
      ),
    }),
  }),
  "coordinates-in-metres": ({ row, example, epsg }) => ({
    title: m.import_problem_metres(),
    text:
      epsg === null
        ? m.import_problem_metres_unknown_text(placeParts(row, example))
        : m.import_problem_metres_text({ ...placeParts(row, example), crs: crsText(epsg) }),
  }),
  "coordinates-swapped": ({ row, example }) => ({
    title: m.import_problem_swapped(),
    text: m.import_problem_swapped_text(placeParts(row, example)),
  }),
  "coordinates-off-earth": ({ row, example }) => ({
    title: m.import_problem_off_earth(),
    text: m.import_problem_off_earth_text(placeParts(row, example)),
  }),
};

const ARCHIVE_WORDS = {
  shapefile: () => ({
    title: m.import_problem_zipped_shapefile(),
    text: m.import_problem_convert(),
  }),
  geojson: () => ({ title: m.import_problem_zipped(), text: m.import_problem_zipped_text() }),
  unknown: () => ({
    title: m.import_problem_zipped(),
    text: m.import_problem_zipped_unknown_text(),
  }),
} satisfies Record<ArchiveContent, () => ProblemWords>;

const FILE_WORDS = {
  spreadsheet: m.import_file_spreadsheet,
  table: m.import_file_table,
  shapefile: m.import_file_shapefile,
  kml: m.import_file_kml,
  xml: m.import_file_xml,
  html: m.import_file_html,
  geopackage: m.import_file_geopackage,
  document: m.import_file_document,
  image: m.import_file_image,
  binary: m.import_file_binary,
} satisfies Record<OtherFileKind, () => string>;

/** A map in another format can be converted; the rest is the wrong file. */
const OTHER_FILE_ADVICE = {
  spreadsheet: m.import_problem_wrong_kind_table_text,
  table: m.import_problem_wrong_kind_table_text,
  shapefile: m.import_problem_convert,
  kml: m.import_problem_convert,
  xml: m.import_problem_convert,
  html: m.import_problem_wrong_kind_text,
  geopackage: m.import_problem_convert,
  document: m.import_problem_wrong_kind_text,
  image: m.import_problem_wrong_kind_text,
  binary: m.import_problem_convert,
} satisfies Record<OtherFileKind, () => string>;

/** Why the file cannot be taken in at all; anything but an ImportProblem means it could not be opened. */
export function readingProblemWords(problem: unknown): ProblemWords {
  if (problem instanceof ImportProblem) return wordsOf(problem.detail);
  return {
    title: m.import_problem_unreadable(),
    text: m.import_problem_unreadable_text(),
  };
}

function wordsOf(detail: ImportProblemDetail): ProblemWords {
  // Each kind has words for its own detail; the compiler cannot see that the two go together.
  return (WORDS[detail.kind] as (detail: ImportProblemDetail) => ProblemWords)(detail);
}

/** Why the server made no community: the file's own problems, or what happened on the way. */
export function creationProblemWords(problem: unknown): ProblemWords {
  const title = m.import_failed();
  if (!(problem instanceof ApiProblem)) return { title, text: problemText(problem) };
  const { kind, parameters } = problem;
  if (isImportProblem(kind)) {
    return wordsOf({ ...parameters, kind } as ImportProblemDetail);
  }
  if (kind === "invalid") {
    return { title: m.import_problem_invalid(), text: m.import_problem_invalid_text() };
  }
  return { title, text: problemText(problem) };
}

export function isImportProblem(kind: string): kind is ImportProblemKind {
  return IMPORT_PROBLEMS.some((known) => known === kind);
}

/** The server refuses by the size it is told, without counting: it answers with the limit alone. */
function tooLargeText(bytes: number | undefined, limit: number): string {
  return bytes === undefined
    ? m.import_problem_too_large_limit({ limit: sizeText(limit) })
    : m.import_problem_too_large_text({ size: sizeText(bytes), limit: sizeText(limit) });
}

/** As in the file, without the grouping of thousands that would look like another coordinate. */
function placeParts(row: number, [x, y]: XY): { row: string; x: string; y: string } {
  const coordinate = (value: number) =>
    value.toLocaleString(getLocale(), { useGrouping: false, maximumFractionDigits: 7 });
  return { row: numberText(row), x: coordinate(x), y: coordinate(y) };
}

/** The guesses that the reading makes: Web Mercator, or a zone of CGCS2000 (EPSG 4491–4501, 4513–4533). */
function crsText(epsg: number): string {
  const input = { epsg: String(epsg) };
  if (epsg === 3857) return m.import_crs_mercator(input);
  return epsg >= 4513 ? m.import_crs_zone_3(input) : m.import_crs_zone_6(input);
}
