import type { FeatureCollection, Polygon } from "geojson";
import type { ReadFile } from "./reader.ts";

/** What the map shows of a community that is not there yet. */
export interface Preview {
  buildings: FeatureCollection;
  boundary: Polygon;
}

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
