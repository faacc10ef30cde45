import type { Position } from "geojson";
import { cellsOf } from "#data/model/cells/grounds.ts";
import { planeOf } from "#data/model/geometry/plane.ts";
import { ShapeIndex } from "#data/model/geometry/shapeIndex.ts";
import type { Resident } from "./resident.ts";

/** Where something is, in the words of the community. */
export interface Spot {
  unitId: string | null;
  buildingId: string | null;
}

/** A little outside of all cells is the next one's: a phone is wrong by as much. */
const UNIT_METERS = 30;
/** In front of a house is at the house. */
const BUILDING_METERS = 15;

/** The unit whose ground a position is on, and the building that it is in or in front of. WGS 84. */
export function spotAt(resident: Resident, position: Position): Spot {
  return { unitId: unitAt(resident, position), buildingId: buildingAt(resident, position) };
}

/** The unit that something belongs to today: the one it was found in, unless that is broken since. */
export function unitToday(
  resident: Resident,
  { unitId, position }: { unitId: string | null; position: Position },
): string | null {
  const known = resident.keep("unit ids", () => new Set(resident.units.map(({ id }) => id)));
  return unitId !== null && known.has(unitId) ? unitId : unitAt(resident, position);
}

function unitAt(resident: Resident, position: Position): string | null {
  const { units } = resident;
  const cells = resident.keep("cell index", () => {
    // What has no cell, standing outside the boundary, has its own footprint.
    const shapes = cellsOf(resident.tessellation).map(
      (cell, index) => cell ?? resident.footprintOf(units[index]!.id),
    );
    return new ShapeIndex(shapes, resident.tessellation.plane);
  });
  const index = cells.containing(position) ?? cells.nearest(position, UNIT_METERS);
  return index === undefined ? null : (units[index]?.id ?? null);
}

function buildingAt(resident: Resident, position: Position): string | null {
  const { buildings, community } = resident.bundle;
  const footprints = resident.keep("footprint index", () => {
    const shapes = buildings.map(({ footprint }) => footprint);
    return new ShapeIndex(shapes, planeOf(community.boundary));
  });
  const index = footprints.containing(position) ?? footprints.nearest(position, BUILDING_METERS);
  return index === undefined ? null : (buildings[index]?.id ?? null);
}
