import { readFileSync } from "node:fs";
import type { FeatureCollection, Polygon } from "geojson";
import type { Footprint } from "#data/model/cells/tessellate.ts";
import type { Layout } from "./layouts.ts";

const FOLDER = new URL("../../fixtures/", import.meta.url);

/** Real footprints within the box around them, cut at one corner so that the boundary is no plain rectangle. */
export function realLayout(name: "shanghai_lujiazui" | "singapore_sengkang_hdb"): Layout {
  const file = new URL(`${name}_osm_buildings.geojson`, FOLDER);
  const { features } = JSON.parse(readFileSync(file, "utf8")) as FeatureCollection<Polygon>;
  const footprints = features.map(({ geometry }, i): Footprint => ({ id: `${i}`, geometry }));
  const positions = features.flatMap(({ geometry }) => geometry.coordinates.flat());
  const longitudes = positions.map(([longitude = 0]) => longitude);
  const latitudes = positions.map(([, latitude = 0]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const corners = [
    [west, south],
    [east, south],
    [east, (south + 2 * north) / 3],
    [(west + 2 * east) / 3, north],
    [west, north],
    [west, south],
  ];
  return { footprints, boundary: { type: "Polygon", coordinates: [corners] } };
}
