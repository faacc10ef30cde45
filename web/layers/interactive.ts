import type { Thing } from "#web/state/view.ts";

interface PressedFeature {
  properties: Record<string, unknown>;
}

/** What a press on a map layer selects, the most particular first: a star before its building. */
export const INTERACTIVE: readonly {
  layer: string;
  source: string;
  /** Without one the layer itself answers. */
  thing?: (feature: PressedFeature) => Thing;
}[] = [
  { layer: "hazard-pins", source: "hazards", thing: byId("hazard") },
  { layer: "hazard-clusters", source: "hazards" },
  { layer: "party-centre-stars", source: "party-households", thing: toBuilding },
  { layer: "party-member-stars", source: "party-households", thing: toBuilding },
  { layer: "place-points", source: "places", thing: byId("place") },
  { layer: "building-volumes", source: "buildings", thing: byId("building") },
  { layer: "building-fills", source: "buildings", thing: byId("building") },
  { layer: "micro-grid-fills", source: "micro-grids", thing: byId("micro-grid") },
  { layer: "grid-fills", source: "grids", thing: byId("grid") },
  { layer: "compound-fills", source: "compounds", thing: byId("compound") },
];

function byId(type: Thing["type"]) {
  return ({ properties }: PressedFeature): Thing => ({ type, id: String(properties.id) });
}

/** A party household is shown in its building. */
function toBuilding({ properties }: PressedFeature): Thing {
  return { type: "building", id: String(properties.buildingId) };
}
