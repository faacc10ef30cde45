import type { Feature, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import { type Adjacency, neighboursOf } from "../cells/adjacency.ts";
import { cellsOf } from "../cells/grounds.ts";
import { tessellate } from "../cells/tessellate.ts";
import { type Plane, planarArea } from "../geometry/plane.ts";
import { borderLines } from "./borderLines.ts";
import type { PlanningGround } from "./ground.ts";
import { unitShapes } from "./unitShapes.ts";

/**
 * What a plan is drawn and measured on, as plain values fit for a worker. A unit is its place in
 * `unitIds`, as in `planningUnits`. Features carry numbers for ids, as the map's states want them.
 */
export interface PlanMap {
  unitIds: string[];
  plane: Plane;
  /** Longitude and latitude of unit `u` at `2 * u` and `2 * u + 1`, inside its footprint. */
  points: Float64Array;
  adjacency: Adjacency;
  /** Square metres of each unit's cell. */
  areas: Float64Array;
  /** Metres of each unit's cell that run along the boundary. */
  outerMeters: Float64Array;
  /** The id of each is its unit. An exclave's is its own footprint. */
  cells: Feature<MultiPolygon>[];
  /**
   * What neighbours have in common: the id is the pair's number in `adjacency`; after the pairs come
   * the stretches of the boundary, one for each unit that has any: `pairs + unit`.
   */
  borders: Feature<MultiLineString>[];
  /** Buildings, broken ones cut into their entrances. The id is the unit; `name` is for a label. */
  shapes: Feature<Point | Polygon | MultiPolygon>[];
}

/** O(n log n); some 200 ms for 5,000 units. @param ground WGS 84 */
export function planMapOf(
  ground: Pick<PlanningGround, "buildings" | "boundary" | "barriers">,
  broken: ReadonlySet<string>,
): PlanMap {
  const footprints = unitShapes(ground, broken);
  const tessellation = tessellate(footprints, ground.boundary);
  const { plane } = tessellation;
  const grounds = cellsOf(tessellation);
  const { features, outerMeters } = borderLines(tessellation);
  return {
    unitIds: tessellation.ids,
    plane,
    points: tessellation.representativePoints,
    adjacency: neighboursOf(tessellation, ground.barriers),
    areas: Float64Array.from(grounds, (cell) => (cell ? planarArea(plane, cell) : 0)),
    outerMeters,
    cells: grounds.flatMap((geometry, id): Feature<MultiPolygon>[] =>
      geometry ? [{ type: "Feature", id, properties: {}, geometry }] : [],
    ),
    borders: features,
    shapes: footprints.map(({ name, geometry }, id) => {
      return { type: "Feature", id, properties: { name }, geometry };
    }),
  };
}
