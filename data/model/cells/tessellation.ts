import type { MultiPolygon, Point, Polygon } from "geojson";
import type { FootprintProblem } from "../geometry/examine.ts";
import type { Plane } from "../geometry/plane.ts";

/** What ground is derived from: a building, or an entrance's share of one. WGS 84. */
export interface Footprint {
  id: string;
  geometry: Point | Polygon | MultiPolygon;
}

/** In place of a unit: beyond the boundary. */
export const OUTSIDE = -1;

/**
 * The ground of a community divided among its units as one graph with shared nodes and edges: what one side of an edge
 * loses the other gains, so any union of cells is exact. Plain values and typed arrays, fit for a worker.
 * A unit is the index of its footprint.
 */
export interface Tessellation {
  ids: string[];
  /** To measure in metres; nodes are in WGS 84. */
  plane: Plane;
  nodeLongitudes: Float64Array;
  nodeLatitudes: Float64Array;
  edgeStarts: Uint32Array;
  edgeEnds: Uint32Array;
  /** The unit on the left of each edge, seen from its start to its end, or `OUTSIDE`. */
  edgeLefts: Int32Array;
  edgeRights: Int32Array;
  /** The samples whose cells meet in the edge, -1 on the boundary. */
  edgeLeftSamples: Int32Array;
  edgeRightSamples: Int32Array;
  /** Metres in the plane: x and y of sample `i` at `2 * i` and `2 * i + 1`. */
  samples: Float64Array;
  /** Longitude and latitude of unit `u` at `2 * u` and `2 * u + 1`: inside the footprint, and inside its own cell. */
  representativePoints: Float64Array;
  /** Footprints that stand outside the boundary: no cell, their ground is their own footprint. */
  exclaves: Exclave[];
  problems: FootprintProblem[];
}

export interface Exclave {
  unit: number;
  /** The part of the footprint outside the boundary; null where the footprint has no area. */
  ground: Polygon | MultiPolygon | null;
  /** Whether the footprint crosses the boundary. */
  reachesIn: boolean;
}
