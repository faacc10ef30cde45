import type { Layer } from "#data/model/layers.ts";
import type { OpenCommunity } from "../../access/openCommunity.ts";
import { buildingFeatures, cellFeatures } from "./buildings.ts";
import type { LayerFeature } from "./feature.ts";
import { boundaryFeatures, compoundFeatures, contextFeatures } from "./ground.ts";
import { gridFeatures, microGridFeatures } from "./groups.ts";
import { partyHouseholdFeatures, placeFeatures } from "./points.ts";

/** Hazards are no part of a community in memory. */
export type ResidentLayer = Exclude<Layer, "hazards">;

/** What each layer holds. A layer without its features does not compile. */
export const FEATURES_OF: Record<ResidentLayer, (open: OpenCommunity) => LayerFeature[]> = {
  context: contextFeatures,
  boundary: boundaryFeatures,
  grids: gridFeatures,
  "micro-grids": microGridFeatures,
  cells: cellFeatures,
  buildings: buildingFeatures,
  compounds: compoundFeatures,
  places: placeFeatures,
  "party-households": partyHouseholdFeatures,
};
