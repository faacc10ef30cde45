import { readFileSync } from "node:fs";
import { type MappingChoice } from "#data/model/import/mapping.ts";
import { ImportProblem, type ImportProblemDetail } from "#data/model/import/problems.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";

export const LUJIAZUI = "shanghai_lujiazui_osm_buildings.geojson";
export const SENGKANG = "singapore_sengkang_hdb_osm_buildings.geojson";

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads a text or anything that can be written as JSON. */
export function read(content: unknown, mapping?: MappingChoice) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return readFootprintFile(utf8(text), { mapping });
}

/** What the file was refused for; fails where it was not. */
export function refusal(content: unknown): ImportProblemDetail {
  try {
    if (content instanceof Uint8Array) readFootprintFile(content);
    else read(content);
  } catch (problem) {
    if (problem instanceof ImportProblem) return problem.detail;
    throw problem;
  }
  throw new Error("the file was taken in");
}

/**
 * A square of some 20 m, its south-west corner so many hundredths of a degree east and north of 121
 * E 31 N.
 */
export function square(east: number, north = 0, size = 0.0002) {
  const [x, y] = [121 + east / 100, 31 + north / 100];
  const ring = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return { type: "Polygon", coordinates: [ring] };
}

export function feature(geometry: unknown, properties: unknown = {}) {
  return { type: "Feature", properties, geometry };
}

export function collection(...features: unknown[]) {
  return { type: "FeatureCollection", features };
}

/** A collection of squares side by side, one for each row of properties. */
export function rows(...properties: Record<string, unknown>[]) {
  return collection(...properties.map((row, index) => feature(square(index / 10), row)));
}
