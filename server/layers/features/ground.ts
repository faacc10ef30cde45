import type { OpenCommunity } from "../../access/openCommunity.ts";
import { feature, type LayerFeature } from "./feature.ts";

export function contextFeatures({ resident }: OpenCommunity): LayerFeature[] {
  return resident.bundle.context.map(({ id, geometry, kind, name }) =>
    feature(id, geometry, { kind, name }),
  );
}

export function boundaryFeatures({ resident }: OpenCommunity): LayerFeature[] {
  const { id, boundary, name, nameEn } = resident.bundle.community;
  return [feature(id, boundary, { name, nameEn })];
}

export function compoundFeatures({ resident, sight }: OpenCommunity): LayerFeature[] {
  const { bundle } = resident;
  return bundle.compounds.flatMap(({ id, name, boundary }) => {
    if (!boundary) return [];
    const units = bundle.buildings
      .filter(({ compoundId }) => compoundId === id)
      .flatMap((building) => resident.unitsOfBuilding(building.id));
    return [feature(id, boundary, { name, households: sight.figures(units).households })];
  });
}
