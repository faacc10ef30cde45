import { refuseDeclaredCrs } from "./crs.ts";
import { ImportProblem } from "./problems.ts";
import { isObject } from "./values.ts";

/** One row of the file as it was written. */
export interface RawFeature {
  /** Unchecked; undefined where this is no feature at all. */
  geometry: unknown;
  properties: Readonly<Record<string, unknown>>;
  /** The file's own identity of the thing, such as an OpenStreetMap id. */
  sourceId: string | null;
}

export const GEOMETRY_TYPES = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
] as const;
export type GeometryType = (typeof GEOMETRY_TYPES)[number];

/**
 * More rows are a city, not a community: each becomes a building on the map or a line in the list
 * of skipped rows.
 */
export const MAX_FEATURES = 250_000;

const SOURCE_ID_COLUMNS = ["@id", "osm_id", "osm_way_id", "full_id", "id"];

/**
 * The rows of the GeoJSON objects of a file, in their order; a bare geometry is a row without
 * properties, a bare geometry collection a row for each geometry. Throws `not-geojson`,
 * `unsupported-crs`, `no-features`, `too-many-features`.
 */
export function listFeatures(documents: readonly unknown[]): RawFeature[] {
  const features: RawFeature[] = [];
  for (const document of documents) {
    if (!isObject(document)) throw notGeoJson(document);
    refuseDeclaredCrs(document);
    const rows = rowsOf(document);
    refuseTooMany(features.length + rows.length);
    for (const row of rows) features.push(rawFeature(row));
  }
  if (features.length === 0) throw new ImportProblem({ kind: "no-features" });
  return features;
}

function refuseTooMany(features: number): void {
  if (features <= MAX_FEATURES) return;
  throw new ImportProblem({ kind: "too-many-features", features, limit: MAX_FEATURES });
}

export function geometryType(geometry: unknown): GeometryType | null {
  if (!isObject(geometry)) return null;
  return GEOMETRY_TYPES.find((type) => type === geometry["type"]) ?? null;
}

function rowsOf(document: Record<string, unknown>): readonly unknown[] {
  const type = document["type"];
  if (type === "FeatureCollection") {
    return Array.isArray(document["features"]) ? (document["features"] as unknown[]) : [];
  }
  if (type === "GeometryCollection") {
    return Array.isArray(document["geometries"]) ? (document["geometries"] as unknown[]) : [];
  }
  if (type === "Feature" || geometryType(document)) return [document];
  throw notGeoJson(document);
}

function rawFeature(row: unknown): RawFeature {
  if (geometryType(row)) return { geometry: row, properties: {}, sourceId: null };
  if (!isObject(row) || row["type"] !== "Feature") {
    return { geometry: undefined, properties: {}, sourceId: null };
  }
  const properties = isObject(row["properties"]) ? row["properties"] : {};
  const ids = [row["id"], ...SOURCE_ID_COLUMNS.map((column) => properties[column])];
  const id = ids.find((value) => typeof value === "string" || typeof value === "number");
  return {
    geometry: row["geometry"] ?? null,
    properties,
    sourceId: id === undefined ? null : String(id),
  };
}

function notGeoJson(value: unknown): ImportProblem {
  if (isObject(value)) {
    const type = value["type"];
    const found = typeof type === "string" && type !== "" ? type.slice(0, 40) : "object";
    return new ImportProblem({ kind: "not-geojson", found });
  }
  const found = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
  return new ImportProblem({ kind: "not-geojson", found });
}
