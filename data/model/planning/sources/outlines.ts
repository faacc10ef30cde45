import type { MultiPolygon, Polygon, Position } from "geojson";
import { decodeText } from "../../import/decode.ts";
import { listFeatures, type RawFeature } from "../../import/features.ts";
import { type Footprint, readFootprint } from "../../import/footprints.ts";
import { parseJsonTexts } from "../../import/json.ts";
import { refuseWrongCoordinates } from "../../import/offEarth.ts";
import { refuseOtherFile, refuseOtherText } from "../../import/otherFiles.ts";
import { ImportProblem } from "../../import/problems.ts";
import { cellText } from "../../import/values.ts";
import { COLUMN_TITLES, columnsIn } from "../../roster/columns.ts";

/** A polygon of a file: the ground of a grid, or of a micro-grid in a grid. */
export interface Outline {
  grid: string;
  microGrid: string | null;
  geometry: Polygon | MultiPolygon;
}

export interface OutlineReading {
  outlines: Outline[];
  /** What could not be used, as the file calls it, and why. */
  skipped: { name: string; reason: string }[];
}

/** As many grids as the largest plan has; each is looked at for every building. */
export const MOST_OUTLINES = 5000;

const TITLES = {
  grid: COLUMN_TITLES.grid,
  microGrid: COLUMN_TITLES["micro-grid"],
  name: ["name", "名称", "名字", "label", "title", "text"],
};

/**
 * Reads polygons with names from GeoJSON (WGS 84 or CGCS2000 degrees): of grids, or of micro-grids
 * where a property names both. Several of one name are one ground. @throws ImportProblem
 */
export function readOutlines(bytes: Uint8Array): OutlineReading {
  refuseOtherFile(bytes);
  const { text } = decodeText(bytes);
  if (text.trim() === "") throw new ImportProblem({ kind: "empty-file" });
  refuseOtherText(text.trimStart());
  const features = listFeatures(parseJsonTexts(text));
  if (features.length > MOST_OUTLINES) {
    throw new ImportProblem({
      ...{ kind: "too-many-features", features: features.length, limit: MOST_OUTLINES },
    });
  }
  const grounds = features.map(({ geometry }) => readFootprint(geometry, Infinity));
  refuseWrongCoordinates(grounds);
  const reading: OutlineReading = { outlines: [], skipped: [] };
  for (const [index, feature] of features.entries()) {
    const names = namesOf(feature, index);
    const ground = areaOf(grounds[index]!);
    if (typeof ground === "string") {
      reading.skipped.push({ name: names.microGrid ?? names.grid, reason: ground });
    } else addOutline(reading.outlines, { ...names, geometry: ground });
  }
  if (reading.outlines.length === 0) {
    const reasons = reading.skipped.map(({ reason }) => ({ reason, count: 1 }));
    throw new ImportProblem({ kind: "no-usable-features", features: features.length, reasons });
  }
  return reading;
}

/** Without a name of its own it is called by its place in the file. */
function namesOf({ properties }: RawFeature, index: number): Pick<Outline, "grid" | "microGrid"> {
  const keys = Object.keys(properties);
  const { indexes } = columnsIn(keys, TITLES);
  const textIn = (column: keyof typeof TITLES) => {
    const at = indexes[column];
    return at === undefined ? null : cellText(properties[keys[at]!])?.slice(0, MOST_CHARACTERS);
  };
  const [grid, microGrid, name] = [textIn("grid"), textIn("microGrid"), textIn("name")];
  if (grid && microGrid) return { grid, microGrid };
  return { grid: grid ?? name ?? microGrid ?? `网格${index + 1}`, microGrid: null };
}

const MOST_CHARACTERS = 80;

function areaOf(ground: Footprint): Polygon | MultiPolygon | string {
  if ("flaw" in ground) return ground.flaw;
  return ground.geometry.type === "Point" ? "not-an-area" : ground.geometry;
}

function addOutline(outlines: Outline[], outline: Outline): void {
  const same = outlines.find(
    ({ grid, microGrid }) => grid === outline.grid && microGrid === outline.microGrid,
  );
  if (!same) outlines.push(outline);
  else {
    const coordinates = [...polygonsIn(same.geometry), ...polygonsIn(outline.geometry)];
    same.geometry = { type: "MultiPolygon", coordinates };
  }
}

function polygonsIn({ type, coordinates }: Polygon | MultiPolygon): Position[][][] {
  return type === "Polygon" ? [coordinates] : coordinates;
}
