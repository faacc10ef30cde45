import type { Map as MapLibreMap } from "maplibre-gl";
import { bboxOf } from "#data/model/geometry/bbox.ts";
import type { PlanningBuilding } from "#data/model/planning/ground.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import { flyToBounds } from "#web/map/camera.ts";

const CLOSE_ZOOM = 18;

/** Shows a unit, a compound, a grid or a micro-grid of a state; nothing where it is none of them. */
export function goTo(
  map: MapLibreMap | undefined,
  buildings: readonly PlanningBuilding[],
  state: PlanState,
  id: string,
): void {
  const footprints = buildings
    .filter((building) => isIn(building, state, id))
    .map(({ footprint }) => footprint);
  if (map && footprints.length > 0) flyToBounds(map, bboxOf(...footprints), CLOSE_ZOOM);
}

function isIn(
  { id: buildingId, compoundId, entrances }: PlanningBuilding,
  state: PlanState,
  id: string,
) {
  const unitIds = [buildingId, ...entrances.map((entrance) => entrance.id)];
  if (compoundId === id || unitIds.includes(id)) return true;
  return unitIds.some((unitId) => {
    const microGridId = state.units.get(unitId);
    if (microGridId === undefined) return false;
    return microGridId === id || state.microGrids.get(microGridId)?.gridId === id;
  });
}
