import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { contains } from "../geometry/contains.ts";
import { representativePoint } from "../geometry/representative.ts";

export interface LocatedBuilding {
  id: string;
  compoundId: string | null;
  footprint: Point | Polygon | MultiPolygon;
}

export interface CompoundProposal {
  /** Buildings within the boundary that are listed elsewhere, or nowhere. */
  enter: string[];
  /** Buildings of the compound that stand outside its boundary. */
  leave: string[];
}

/**
 * What a compound's boundary says against its list of buildings: to be shown, never done by itself.
 * Empty for a compound without a boundary.
 */
export function compoundProposal(
  { id, boundary }: { id: string; boundary: Polygon | MultiPolygon | null },
  buildings: readonly LocatedBuilding[],
): CompoundProposal {
  const proposal: CompoundProposal = { enter: [], leave: [] };
  if (!boundary) return proposal;
  for (const building of buildings) {
    const isListed = building.compoundId === id;
    const isInside = contains(boundary, representativePoint(building.footprint));
    if (isInside && !isListed) proposal.enter.push(building.id);
    if (!isInside && isListed) proposal.leave.push(building.id);
  }
  return proposal;
}

/** The compound a position lies in; undefined where it lies in none that has a boundary. */
export function compoundAt<Compound extends { boundary: Polygon | MultiPolygon | null }>(
  compounds: readonly Compound[],
  position: Position,
): Compound | undefined {
  return compounds.find(({ boundary }) => boundary !== null && contains(boundary, position));
}
