import type { Thing } from "#web/state/view.ts";

interface PressedFeature {
  properties: Record<string, unknown>;
}

/** What a press on a map layer selects, the most particular first: a star before its building. */
export const INTERACTIVE: readonly {
  layer: string;
  source: string;
  thing: (feature: PressedFeature) => Thing;
}[] = [
  {
    layer: "party-household-stars",
    source: "party-households",
    thing: ({ properties }) => ({ type: "building", id: String(properties.buildingId) }),
  },
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
