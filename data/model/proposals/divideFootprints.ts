import type { MultiPolygon, Point, Polygon } from "geojson";
import { neighboursOf } from "../cells/adjacency.ts";
import { tessellate } from "../cells/tessellate.ts";
import { boundaryAround } from "../import/boundary.ts";
import { measurePartition } from "../partition/measure.ts";
import { divideGraph, type Range, triesFor } from "./divideGraph.ts";
import { divideWithin, type DividedWithin } from "./divideWithin.ts";
import { cutOffIn } from "./moving.ts";
import { cellAreas, compactnessOf } from "./shapes.ts";
import { openGraph } from "./unitGround.ts";
import { westToEast } from "./westToEast.ts";

const UNITS_TRIED = 60_000;

/** How far from the ideal load a grid may be. */
const TOLERANCE = 0.05;

export interface FootprintsToDivide {
  /** WGS 84. */
  footprints: readonly (Point | Polygon | MultiPolygon)[];
  loads: Float64Array;
  grids: number;
  /** Loads of the micro-grids inside each grid; without it there are none. */
  microGridLoad?: Range;
  /** Footprints that belong together where possible: a group from 0, -1 for none. */
  groups?: Int32Array;
  seed: number;
}

export interface DividedFootprints {
  /** The grid of each footprint, numbered from 1 west to east. */
  grids: Uint32Array;
  /** The micro-grid of each, numbered in its grid from 1 west to east; null where none were asked for. */
  microGrids: Uint32Array | null;
  measures: {
    /** Worst difference from the ideal load, as a share of it. */
    imbalance: number;
    /** Grids more than 5 % from the ideal load. */
    outside: number;
    contiguous: boolean;
    cutOff: number;
    /** 0–1, as in the figures of a plan. */
    compactness: number;
    /** Load-weighted mean distance to the grid's centre. */
    distanceMeters: number;
    /** Pairs of neighbours in different grids. */
    cut: number;
    /** Groups in more than one grid; null where nothing was to be kept whole. */
    splitGroups: number | null;
    microGrids: DividedWithin["measures"] | null;
  };
  milliseconds: { cells: number; grids: number; microGrids: number };
}

/** Divides footprints that belong to no community: within their hull, without barriers. */
export function divideFootprints(
  { footprints, loads, grids: wanted, microGridLoad, groups, seed }: FootprintsToDivide,
  now: () => number,
): DividedFootprints {
  const start = now();
  const tessellation = tessellate(
    footprints.map((geometry, index) => ({ id: String(index), geometry })),
    boundaryAround(footprints),
  );
  const graph = openGraph(tessellation, neighboursOf(tessellation, []), loads);
  const ideal = graph.loads.reduce((sum, load) => sum + load, 0) / wanted;
  const divided = now();
  const { parts, count } = divideGraph(graph, {
    count: wanted,
    range: { min: ideal * (1 - TOLERANCE), max: ideal * (1 + TOLERANCE) },
    evenness: TOLERANCE,
    priorities: { distance: 1, cut: 1, balance: 1 },
    ...(groups && { groups }),
    isGroupFirst: false,
    seed,
    tries: triesFor(graph.count, UNITS_TRIED),
    onProgress: () => true,
  });
  const parted = now();
  const within =
    microGridLoad && divideWithin(graph, { parts, count }, microGridLoad, { groups, seed });
  const milliseconds = {
    ...{ cells: divided - start, grids: parted - divided, microGrids: now() - parted },
  };
  const number = new Uint32Array(count);
  westToEast({ graph }, parts, count).forEach((part, place) => (number[part] = place + 1));
  const { imbalance, outside, distance, cut } = measurePartition(graph, parts, count);
  const compactness = compactnessOf({ ...graph, areas: cellAreas(tessellation) }, parts, count);
  const cutOff = cutOffIn(graph, parts);
  return {
    grids: Uint32Array.from(parts, (part) => number[part]!),
    microGrids: within?.numbers ?? null,
    measures: {
      imbalance,
      outside,
      ...{ contiguous: cutOff === 0, cutOff },
      compactness,
      ...{ distanceMeters: distance, cut },
      splitGroups: groups ? splitGroups(groups, parts) : null,
      microGrids: within?.measures ?? null,
    },
    milliseconds,
  };
}

function splitGroups(groups: Int32Array, parts: Int32Array): number {
  const pairs = new Set<string>();
  groups.forEach((group, unit) => group >= 0 && pairs.add(`${group} ${parts[unit]}`));
  const grids = new Map<string, number>();
  for (const pair of pairs) {
    const group = pair.split(" ")[0]!;
    grids.set(group, (grids.get(group) ?? 0) + 1);
  }
  return [...grids.values()].filter((count) => count > 1).length;
}
