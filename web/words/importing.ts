import type { ColumnRole } from "#data/model/import/columnNames.ts";
import type {
  FootprintReading,
  RowWarning,
  RowWarningKind,
  SkippedRow,
  SkipReason,
} from "#data/model/import/reading.ts";
import { m } from "#web/messages/compiled/messages.js";
import { numberText } from "./numbers.ts";

/** A column's whole description has to fit a line or two of a list. */
const MAX_EXAMPLE_CHARACTERS = 24;

interface Advice {
  /** What is the matter with the row. */
  title: () => string;
  /** Why, and what to do about it. */
  advice: () => string;
}

export const COLUMN_ROLE_WORDS = {
  number: m.import_role_number,
  name: m.import_role_name,
  street: m.import_role_street,
  storeys: m.import_role_storeys,
  height: m.import_role_height,
  households: m.import_role_households,
  kind: m.import_role_kind,
} satisfies Record<ColumnRole, () => string>;

export const SHAPE_WORDS = {
  Point: m.import_shape_point,
  MultiPoint: m.import_shape_multi_point,
  LineString: m.import_shape_line,
  MultiLineString: m.import_shape_multi_line,
  Polygon: m.import_shape_polygon,
  MultiPolygon: m.import_shape_multi_polygon,
  GeometryCollection: m.import_shape_collection,
  none: m.import_shape_none,
  unknown: m.import_shape_unknown,
} satisfies Record<keyof FootprintReading["kinds"], () => string>;

export const SKIP_WORDS = {
  "no-geometry": { title: m.import_skip_no_geometry, advice: m.import_skip_no_geometry_advice },
  "not-an-area": { title: m.import_skip_not_an_area, advice: m.import_skip_not_an_area_advice },
  "broken-geometry": {
    title: m.import_skip_broken_geometry,
    advice: m.import_skip_broken_geometry_advice,
  },
  "off-earth": { title: m.import_skip_off_earth, advice: m.import_skip_off_earth_advice },
  "null-island": { title: m.import_skip_null_island, advice: m.import_skip_null_island_advice },
  "too-few-points": {
    title: m.import_skip_too_few_points,
    advice: m.import_skip_too_few_points_advice,
  },
  "zero-area": { title: m.import_skip_zero_area, advice: m.import_skip_zero_area_advice },
  "larger-than-a-building": {
    title: m.import_skip_larger_than_a_building,
    advice: m.import_skip_larger_than_a_building_advice,
  },
  "far-away": { title: m.import_skip_far_away, advice: m.import_skip_far_away_advice },
  duplicate: { title: m.import_skip_duplicate, advice: m.import_skip_duplicate_advice },
} satisfies Record<SkipReason, Advice>;

export const WARNING_WORDS = {
  "self-crossing": {
    title: m.import_warning_self_crossing,
    advice: m.import_warning_self_crossing_advice,
  },
  "ring-closed": {
    title: m.import_warning_ring_closed,
    advice: m.import_warning_ring_closed_advice,
  },
  "part-dropped": {
    title: m.import_warning_part_dropped,
    advice: m.import_warning_part_dropped_advice,
  },
  "storeys-rounded": {
    title: m.import_warning_storeys_rounded,
    advice: m.import_warning_storeys_rounded_advice,
  },
  "storeys-nonsense": {
    title: m.import_warning_storeys_nonsense,
    advice: m.import_warning_storeys_nonsense_advice,
  },
  "height-nonsense": {
    title: m.import_warning_height_nonsense,
    advice: m.import_warning_height_nonsense_advice,
  },
  "height-like-storeys": {
    title: m.import_warning_height_like_storeys,
    advice: m.import_warning_height_like_storeys_advice,
  },
  "households-nonsense": {
    title: m.import_warning_households_nonsense,
    advice: m.import_warning_households_nonsense_advice,
  },
  "same-number": {
    title: m.import_warning_same_number,
    advice: m.import_warning_same_number_advice,
  },
  "same-footprint": {
    title: m.import_warning_same_footprint,
    advice: m.import_warning_same_footprint_advice,
  },
  "cut-in-two": { title: m.import_warning_cut_in_two, advice: m.import_warning_cut_in_two_advice },
  "far-away": { title: m.import_warning_far_away, advice: m.import_warning_far_away_advice },
} satisfies Record<RowWarningKind, Advice>;

/** One row of the file: 第 12 条 · 金茂大厦 · 写着“abc” · 与第 3 条. */
export function rowText(row: SkippedRow | RowWarning): string {
  const parts: string[] = [m.import_record({ row: numberText(row.row) })];
  if (row.name !== null) parts.push(row.name);
  if ("value" in row && row.value !== undefined && row.value !== row.name) {
    parts.push(m.import_row_value({ value: row.value }));
  }
  if (row.otherRow !== undefined) {
    parts.push(m.import_row_other({ row: numberText(row.otherRow) }));
  }
  return parts.join(m.import_part_separator());
}

/** What stands in a column: 滨江大道、陆家嘴环路 */
export function examplesText(examples: readonly string[]): string {
  const short = (text: string) =>
    text.length <= MAX_EXAMPLE_CHARACTERS
      ? text
      : m.import_cut({ text: text.slice(0, MAX_EXAMPLE_CHARACTERS - 1) });
  return enumerationText(examples.map(short));
}

/** One after the other, without an “and” before the last: these are only some, or only counts. */
export function enumerationText(parts: readonly string[]): string {
  return parts.join(m.import_separator());
}

export function recordsText(count: number): string {
  return m.import_records({ count, number: numberText(count) });
}

/** Megabytes as file managers count them (1,024 × 1,024), small files in kilobytes. */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? m.word_kilobytes({ number: numberText(Math.ceil(kilobytes)) })
    : m.word_megabytes({ number: numberText(kilobytes / 1024) });
}
