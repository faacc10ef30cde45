import { bbox, booleanPointInPolygon } from "@turf/turf";
import type { MultiPolygon, Polygon } from "geojson";
import type { Grid } from "../bundle.ts";
import type { LonLat } from "../units.ts";
import type { Finding } from "./findings.ts";
import { findingOf, subjectOfUnit } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

interface Outline {
  gridId: string;
  area: Polygon | MultiPolygon;
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * Units whose plan says another grid than the street office's outlines do: their own grid's outline
 * leaves them out, or another's contains them. Each unit is located by its position.
 * A point on a shared edge is in its own grid's outline and in no other's.
 */
export function findOutlineDisagreements({ units }: CoverageInput, ledger: Ledger): Finding[] {
  const outlines = outlinesOf(ledger.grids.values());
  if (outlines.length === 0) return [];
  const outlineOf = new Map(outlines.map((outline) => [outline.gridId, outline]));
  const findings: Finding[] = [];
  for (const unit of units) {
    const gridId = ledger.assignmentsOf.get(unit.id)?.[0]?.grid.id;
    if (gridId === undefined) continue;
    const { position } = unit;
    const own = outlineOf.get(gridId);
    const outlineGridIds = outlines
      .filter((outline) => outline !== own && contains(outline, position, true))
      .map((outline) => outline.gridId);
    if (outlineGridIds.length === 0 && (!own || contains(own, position, false))) continue;
    const { id: unitId, buildingId } = unit;
    const details = { unitId, buildingId, gridId, outlineGridIds };
    findings.push(findingOf("outline-disagrees", subjectOfUnit(unit), position, details));
  }
  return findings;
}

function outlinesOf(grids: Iterable<Grid>): Outline[] {
  const outlines: Outline[] = [];
  for (const { id: gridId, outline: area } of grids) {
    if (!area) continue;
    const [west, south, east, north] = bbox(area);
    outlines.push({ gridId, area, west, south, east, north });
  }
  return outlines;
}

function contains(outline: Outline, position: LonLat, ignoreBoundary: boolean): boolean {
  const longitude = position[0];
  const latitude = position[1];
  if (longitude < outline.west || outline.east < longitude) return false;
  if (latitude < outline.south || outline.north < latitude) return false;
  return booleanPointInPolygon(position, outline.area, { ignoreBoundary });
}
