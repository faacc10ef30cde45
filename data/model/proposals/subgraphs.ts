import { graphOfPairs, type PartitionGraph } from "../partition/graph.ts";

/** The graph of some of the units: unit `i` of it is `units[i]`. Links to others are left out. */
export function graphOfUnits(graph: PartitionGraph, units: ArrayLike<number>): PartitionGraph {
  const nodes = new Int32Array(graph.count).fill(-1);
  for (let node = 0; node < units.length; node++) nodes[units[node]!] = node;
  return contract(graph, nodes, units.length);
}

/**
 * The graph in which the units of a node are one: loads and borders add up, and a node stands at its
 * units' centre of load.
 * @param nodes the node of each unit, -1 for units that take no part
 */
export function contract(graph: PartitionGraph, nodes: Int32Array, count: number): PartitionGraph {
  const { offsets, neighbours, borderMeters } = graph;
  const [firsts, seconds, meters]: [number[], number[], number[]] = [[], [], []];
  const pairs = new Map<number, number>();
  for (let unit = 0; unit < graph.count; unit++) {
    const node = nodes[unit]!;
    if (node < 0) continue;
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      const other = nodes[neighbours[i]!]!;
      if (other <= node) continue;
      const key = node * count + other;
      const pair = pairs.get(key);
      if (pair === undefined) {
        pairs.set(key, firsts.length);
        firsts.push(node);
        seconds.push(other);
        meters.push(borderMeters[i]!);
      } else meters[pair]! += borderMeters[i]!;
    }
  }
  return graphOfPairs({ firsts, seconds, meters }, placesOf(graph, nodes, count));
}

function placesOf(graph: PartitionGraph, nodes: Int32Array, count: number) {
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const [loads, weights] = [new Float64Array(count), new Float64Array(count)];
  for (let unit = 0; unit < graph.count; unit++) {
    const node = nodes[unit]!;
    if (node < 0) continue;
    // A unit without load still has a place.
    const weight = graph.loads[unit]! + 1e-6;
    loads[node]! += graph.loads[unit]!;
    weights[node]! += weight;
    x[node]! += weight * graph.x[unit]!;
    y[node]! += weight * graph.y[unit]!;
  }
  for (let node = 0; node < count; node++) {
    x[node]! /= weights[node]! || 1;
    y[node]! /= weights[node]! || 1;
  }
  return { x, y, loads };
}

/** The graph without the links between units of different regions. Units of region -1 keep all of theirs. */
export function withoutLinksBetween(graph: PartitionGraph, regions: Int32Array): PartitionGraph {
  const [firsts, seconds, meters]: [number[], number[], number[]] = [[], [], []];
  for (let unit = 0; unit < graph.count; unit++) {
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      const other = graph.neighbours[i]!;
      const [mine, theirs] = [regions[unit]!, regions[other]!];
      if (other < unit || (mine >= 0 && theirs >= 0 && mine !== theirs)) continue;
      firsts.push(unit);
      seconds.push(other);
      meters.push(graph.borderMeters[i]!);
    }
  }
  return graphOfPairs({ firsts, seconds, meters }, graph);
}
