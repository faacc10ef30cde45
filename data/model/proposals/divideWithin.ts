import type { PartitionGraph } from "../partition/graph.ts";
import { loadsOfParts } from "../partition/measure.ts";
import { divideGraph, type Division, type Range, triesFor } from "./divideGraph.ts";
import { membersOf } from "./layout.ts";
import { cutOffIn } from "./moving.ts";
import { graphOfUnits } from "./subgraphs.ts";
import { westToEast } from "./westToEast.ts";

const UNITS_TRIED = 40_000;

export interface DividedWithin {
  /** The micro-grid of each unit, numbered in its grid from 1 west to east. */
  numbers: Uint32Array;
  measures: {
    count: number;
    /** Micro-grids whose load is not between the limits. */
    outside: number;
    cutOff: number;
  };
}

/** Micro-grids of loads between the limits inside each grid, so that none reaches over a grid's border. */
export function divideWithin(
  graph: PartitionGraph,
  grids: Division,
  range: Range,
  { groups, seed }: { groups?: Int32Array | undefined; seed: number },
): DividedWithin {
  const numbers = new Uint32Array(graph.count);
  const parts = new Int32Array(graph.count);
  let count = 0;
  membersOf(grids.parts, grids.count).forEach((units, grid) => {
    const within = graphOfUnits(graph, units);
    const division = divideGraph(within, {
      range,
      evenness: Infinity,
      priorities: { distance: 1, cut: 1, balance: 1 },
      ...(groups && { groups: Int32Array.from(units, (unit) => groups[unit]!) }),
      isGroupFirst: false,
      seed: seed + grid,
      tries: triesFor(graph.count, UNITS_TRIED),
      onProgress: () => true,
    });
    const order = westToEast({ graph: within }, division.parts, division.count);
    const places = new Map(order.map((part, place) => [part, place]));
    units.forEach((unit, node) => {
      const place = places.get(division.parts[node]!)!;
      numbers[unit] = place + 1;
      parts[unit] = count + place;
    });
    count += order.length;
  });
  const loads = loadsOfParts(graph, parts, count);
  const outside = loads.filter((load) => load < range.min - 1e-9 || load > range.max + 1e-9);
  const measures = { count, outside: outside.length, cutOff: cutOffIn(graph, parts) };
  return { numbers, measures };
}
