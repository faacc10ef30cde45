import type { FeatureCollection } from "geojson";
import type { ReadBuilding } from "#data/model/import/reading.ts";

/** The buildings as the map draws them while the person decides, as a GeoJSON text. */
export function drawingOf(buildings: readonly ReadBuilding[]): Blob {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: buildings.map(({ name, geometry }) => ({
      type: "Feature",
      properties: { name },
      geometry,
    })),
  };
  return new Blob([JSON.stringify(collection)], { type: "application/geo+json" });
}
