import type { Preview } from "#web/state/preview.svelte.ts";
import type { ReadFile } from "./reader.ts";

/** The buildings and the boundary, as the map draws them while the person decides. */
export function previewOf({ reading, boundary }: ReadFile): Preview {
  return {
    buildings: {
      type: "FeatureCollection",
      features: reading.buildings.map(({ row, name, geometry }) => ({
        type: "Feature",
        id: row,
        properties: { name },
        geometry,
      })),
    },
    boundary,
  };
}
