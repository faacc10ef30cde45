import type { MultiPolygon, Polygon, Position } from "geojson";
import { decodeText } from "#data/model/import/decode.ts";
import { listFeatures, type RawFeature } from "#data/model/import/features.ts";
import { parseJsonTexts } from "#data/model/import/json.ts";
import { refuseOtherFile, refuseOtherText } from "#data/model/import/otherFiles.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { CannotPropose } from "./options.ts";

export interface FootprintRow {
  feature: RawFeature;
  /** As the file has it, with members that are none of ours. */
  original: object;
  /** Null for what is no area: it gets no grid. */
  geometry: Polygon | MultiPolygon | null;
}

/**
 * Every row of a GeoJSON file (one text, or one feature a line); none is left out for what it looks
 * like. @throws ImportProblem, CannotPropose
 */
export function readFootprints(bytes: Uint8Array): FootprintRow[] {
  refuseOtherFile(bytes);
  const { text } = decodeText(bytes);
  if (text.trim() === "") throw new ImportProblem({ kind: "empty-file" });
  refuseOtherText(text.trimStart());
  const documents = parseJsonTexts(text);
  const features = listFeatures(documents);
  const originals = documents.flatMap(originalsIn);
  const rows = features.map((feature, row): FootprintRow => {
    const bare = { type: "Feature", geometry: feature.geometry ?? null };
    const isAligned = originals.length === features.length;
    const original = (isAligned && originals[row]) || bare;
    return { feature, original, geometry: areaOf(feature.geometry) };
  });
  if (rows.every(({ geometry }) => geometry === null)) {
    throw new CannotPropose({
      zh: "文件里没有面：要楼房轮廓（Polygon 或 MultiPolygon）。",
      en: "There are no polygons in the file: building footprints are needed (Polygon or MultiPolygon).",
    });
  }
  rows.forEach(({ geometry }, row) => geometry && refuseOffEarth(geometry, row + 1));
  return rows;
}

/** The features of a document; undefined for each thing that is none. */
function originalsIn(document: unknown): (object | undefined)[] {
  const { type, features } = document as { type?: unknown; features?: unknown };
  const rows: unknown[] =
    type === "FeatureCollection" && Array.isArray(features) ? features : [document];
  return rows.map((row) =>
    row !== null && typeof row === "object" && "type" in row && row.type === "Feature"
      ? row
      : undefined,
  );
}

function areaOf(geometry: unknown): Polygon | MultiPolygon | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === "Polygon" && isArea(coordinates)) return { type, coordinates };
  const isMany = Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isArea);
  return type === "MultiPolygon" && isMany ? { type, coordinates } : null;
}

function isArea(rings: unknown): rings is Position[][] {
  return Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
}

function isRing(ring: unknown): ring is Position[] {
  return Array.isArray(ring) && ring.length >= 3 && ring.every(isPosition);
}

function isPosition(position: unknown): position is Position {
  return Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1]);
}

function refuseOffEarth({ type, coordinates }: Polygon | MultiPolygon, row: number): void {
  const rings = type === "Polygon" ? coordinates : coordinates.flat();
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) < 90) continue;
    throw new CannotPropose({
      zh: `坐标不是经纬度：第 ${row} 条是 ${longitude}, ${latitude}。请导出为 WGS 84（EPSG:4326）。`,
      en: `Coordinates are not degrees: record ${row} is at ${longitude}, ${latitude}. Export as WGS 84 (EPSG:4326).`,
    });
  }
}
