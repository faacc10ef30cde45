import type { MultiPolygon, Point, Polygon } from "geojson";
import type Flatbush from "flatbush";
import { boxIndexOf, collectBoxesNear } from "./boxIndex.ts";
import { outlinesOf, type Outlines } from "./outlines.ts";
import { planeOf } from "./plane.ts";
import { relationOf, TOUCH_METERS, type Relation } from "./relation.ts";
import { outlineArea, isSelfCrossing } from "./shape.ts";

/**
 * What may be wrong with a footprint, alone or with another one. Of two footprints `nested` names the inner one first,
 * the others the earlier one. `outside-boundary` is found where there is a boundary, by the tessellation.
 */
export interface FootprintProblem {
  footprintId: string;
  kind: "self-crossing" | "zero-area" | "outside-boundary" | Exclude<Relation, "enclosing">;
  otherId?: string;
}

/** A footprint smaller than this square has no area: a mistake in the file, not a building. */
const SMALLEST_SQUARE_METERS = 0.01;

/** Everything about footprints that an importer should show a person. WGS 84. */
export function examineFootprints(
  footprints: readonly { id: string; geometry: Point | Polygon | MultiPolygon }[],
): FootprintProblem[] {
  const plane = planeOf({
    type: "MultiPolygon",
    coordinates: [[footprints.flatMap(({ geometry }) => firstPosition(geometry))]],
  });
  const outlines = outlinesOf(
    footprints.map((footprint) => footprint.geometry),
    plane,
  );
  const ids = footprints.map((footprint) => footprint.id);
  return examine(outlines, ids, boxIndexOf(outlines));
}

/** The same for outlines that exist already. */
export function examine(
  outlines: Outlines,
  ids: readonly string[],
  boxIndex: Flatbush | undefined,
): FootprintProblem[] {
  const problems: FootprintProblem[] = [];
  ids.forEach((footprintId, index) => {
    if (isPoint(outlines, index)) return;
    if (isSelfCrossing(outlines, index)) problems.push({ footprintId, kind: "self-crossing" });
    if (outlineArea(outlines, index) < SMALLEST_SQUARE_METERS) {
      problems.push({ footprintId, kind: "zero-area" });
    }
  });
  if (!boxIndex) return problems;
  const others: number[] = [];
  ids.forEach((footprintId, index) => {
    collectBoxesNear(boxIndex, outlines, index, TOUCH_METERS, others);
    for (const other of others) {
      const kind = other > index ? relationOf(outlines, index, other) : undefined;
      const otherId = ids[other]!;
      if (kind === "enclosing") {
        problems.push({ footprintId: otherId, kind: "nested", otherId: footprintId });
      } else if (kind) problems.push({ footprintId, kind, otherId });
    }
  });
  return problems;
}

function firstPosition(geometry: Point | Polygon | MultiPolygon) {
  if (geometry.type === "Point") return [geometry.coordinates];
  const first =
    geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0];
  return first?.slice(0, 1) ?? [];
}

function isPoint(outlines: Outlines, index: number): boolean {
  const first = outlines.geometryStart[index]!;
  const last = outlines.geometryStart[index + 1]!;
  return outlines.ringStart[last]! - outlines.ringStart[first]! === 1;
}
