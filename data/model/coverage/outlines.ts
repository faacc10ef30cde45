import { bbox, booleanPointInPolygon } from "@turf/turf";
import type { BBox, MultiPolygon, Polygon } from "geojson";
import type { LonLat } from "../units.ts";
import type { Finding } from "./findings.ts";
import { headOf, subjectOfUnit } from "./head.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

interface Outline {
  gridId: string;
  area: Polygon | MultiPolygon;
  box: BBox;
}

/**
 * Units whose plan says another grid than the street office's outlines do: their own grid's outline
 * leaves them out, or another's contains them. Each unit is located by its position.
 * A point on a shared edge is in its own grid's outline and in no other's.
 */
export function findOutlineDisagreements({ units }: CoverageInput, ledger: Ledger): Finding[] {
  const outlines = [...ledger.grids.values()].flatMap(({ id, outline }): Outline[] =>
    outline ? [{ gridId: id, area: outline, box: bbox(outline) }] : [],
  );
  if (outlines.length === 0) return [];
  const findings: Finding[] = [];
  for (const unit of units) {
    const gridId = ledger.assignmentsOf.get(unit.id)?.[0]?.grid.id;
    if (gridId === undefined) continue;
    const { position } = unit;
    const own = outlines.find((outline) => outline.gridId === gridId);
    const outlineGridIds = outlines
      .filter((outline) => outline !== own && contains(outline, position, true))
      .map((outline) => outline.gridId);
    if (outlineGridIds.length === 0 && (!own || contains(own, position, false))) continue;
    findings.push({
      ...headOf("outline-disagrees", subjectOfUnit(unit), position),
      unitId: unit.id,
      buildingId: unit.buildingId,
      gridId,
      outlineGridIds,
    });
  }
  return findings;
}

function contains({ area, box }: Outline, position: LonLat, ignoreBoundary: boolean): boolean {
  const [west, south, east, north] = box;
  const [longitude, latitude] = position;
  if (longitude < west || east < longitude || latitude < south || north < latitude) return false;
  return booleanPointInPolygon(position, area, { ignoreBoundary });
}
