import type { MultiPolygon, Point, Polygon } from "geojson";
import type { BuildingKind } from "../buildings.ts";
import type { Column } from "./columns.ts";
import type { Encoding } from "./decode.ts";
import type { GeometryType } from "./features.ts";
import type { ColumnMapping } from "./mapping.ts";

/** Why a row does not become a building. */
export const SKIP_REASONS = [
  "no-geometry",
  "not-an-area",
  "broken-geometry",
  "off-earth",
  "null-island",
  "too-few-points",
  "zero-area",
  "larger-than-a-building",
  "far-away",
  "duplicate",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a person should look at, though the row is taken in. */
export const ROW_WARNINGS = [
  "self-crossing",
  "ring-closed",
  "part-dropped",
  "storeys-rounded",
  "storeys-nonsense",
  "height-nonsense",
  "height-like-storeys",
  "households-nonsense",
  "same-number",
  "same-footprint",
  "cut-in-two",
  "far-away",
] as const;
export type RowWarningKind = (typeof ROW_WARNINGS)[number];

/** Rows count from 1 in the order of the file. */
export interface SkippedRow {
  row: number;
  reason: SkipReason;
  /** The name or number in the row, where it has one. */
  name: string | null;
  /** The row this one repeats. */
  otherRow?: number;
}

export interface RowWarning {
  row: number;
  kind: RowWarningKind;
  name: string | null;
  /** The value as it was written. */
  value?: string;
  /** The earlier row this one is at odds with. */
  otherRow?: number;
}

export interface ReadBuilding {
  row: number;
  /** What people call it; null where the row has neither number nor name. */
  name: string | null;
  /** Place among the buildings without a name, from 1, west to east; null for one with a name. */
  ordinal: number | null;
  number: string | null;
  kind: BuildingKind;
  address: string | null;
  storeys: number | null;
  heightMeters: number | null;
  households: number | null;
  /**
   * WGS 84, RFC 7946: right-handed, closed, 2-D, 7 decimals at most. May cross itself (then
   * warned).
   */
  geometry: Point | Polygon | MultiPolygon;
}

/** What was found in a file of footprints. Plain values: it can be posted from a worker. */
export interface FootprintReading {
  encoding: Encoding;
  /** Rows in the file: `buildings` and `skipped` together. */
  features: number;
  kinds: Partial<Record<GeometryType | "none" | "unknown", number>>;
  columns: Column[];
  mapping: ColumnMapping;
  buildings: ReadBuilding[];
  skipped: SkippedRow[];
  warnings: RowWarning[];
}
