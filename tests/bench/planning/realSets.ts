import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FeatureCollection, Polygon } from "geojson";
import { isOpen, neighboursOf } from "#data/model/cells/adjacency.ts";
import { tessellate } from "#data/model/cells/tessellate.ts";
import { planarArea, planeOf, project } from "#data/model/geometry/plane.ts";
import { boundaryAround } from "#data/model/import/boundary.ts";
import { graphOfPairs, type PartitionGraph } from "#data/model/partition/graph.ts";

const METERS_PER_STOREY = 3;
/** Where a file says nothing of a building's height. */
const USUAL_STOREYS = 6;
/** Floor a household takes. */
const SQUARE_METERS = 90;

export type RealSet = "shanghai_lujiazui" | "singapore_sengkang_hdb";

/** Real buildings, their real cells, and the households that would find room on their floors; one at least. */
export async function realGraph(name: RealSet): Promise<PartitionGraph> {
  const address = new URL(`../../fixtures/${name}_osm_buildings.geojson`, import.meta.url);
  const file = await readFile(fileURLToPath(address), "utf8");
  const { features } = JSON.parse(file) as FeatureCollection<Polygon, Record<string, unknown>>;
  const boundary = boundaryAround(features.map(({ geometry }) => geometry));
  const footprints = features.map(({ geometry }, i) => ({ id: `${i}`, geometry }));
  const tessellation = tessellate(footprints, boundary);
  const adjacency = neighboursOf(tessellation, []);
  const open = [...adjacency.firsts.keys()].filter((pair) => isOpen(adjacency, pair));
  const plane = planeOf(boundary);
  const { representativePoints } = tessellation;
  const points = features.map((_, i) =>
    project(plane, [representativePoints[2 * i]!, representativePoints[2 * i + 1]!]),
  );
  const households = features.map(({ geometry, properties }) => {
    const floors = planarArea(plane, geometry) * storeysOf(properties);
    return Math.max(1, Math.round(floors / SQUARE_METERS));
  });
  return graphOfPairs(
    {
      firsts: open.map((pair) => adjacency.firsts[pair]!),
      seconds: open.map((pair) => adjacency.seconds[pair]!),
      meters: open.map((pair) => adjacency.openMeters[pair]!),
    },
    {
      x: Float64Array.from(points, ([x]) => x),
      y: Float64Array.from(points, ([, y]) => y),
      loads: Float64Array.from(households),
    },
  );
}

function storeysOf(properties: Record<string, unknown>): number {
  const levels = Number(properties["building:levels"] ?? NaN);
  if (levels > 0) return levels;
  const height = Number(properties.height ?? NaN);
  return height > 0 ? Math.max(1, Math.round(height / METERS_PER_STOREY)) : USUAL_STOREYS;
}
