import type { Resident } from "../../resident/resident.ts";
import { feature, type LayerFeature } from "./feature.ts";

export function contextFeatures({ bundle }: Resident): LayerFeature[] {
  return bundle.context.map(({ id, geometry, kind, name }) =>
    feature(id, geometry, { kind, name }),
  );
}

export function boundaryFeatures({ bundle: { community } }: Resident): LayerFeature[] {
  const { id, boundary, name, nameEn } = community;
  return [feature(id, boundary, { name, nameEn })];
}

export function compoundFeatures(resident: Resident): LayerFeature[] {
  const { bundle } = resident;
  return bundle.compounds.flatMap(({ id, name, boundary }) => {
    if (!boundary) return [];
    const units = bundle.buildings
      .filter(({ compoundId }) => compoundId === id)
      .flatMap((building) => resident.unitsOfBuilding(building.id));
    const households = units.reduce((sum, unit) => sum + unit.households, 0);
    return [feature(id, boundary, { name, households })];
  });
}
