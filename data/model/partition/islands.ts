import Flatbush from "flatbush";
import { componentsOf } from "./components.ts";
import { graphOfPairs, type PartitionGraph } from "./graph.ts";

/** A way that does not exist on the ground: an island counts as joined to the unit nearest to it. */
export interface Bridge {
  islander: number;
  nearest: number;
  meters: number;
}

/**
 * Which components cannot be parts of their own, because they hold less than `minLoad` or there are more of them than
 * `parts`, and the unit of another component nearest to each: the lightest first, and what has been joined counts as
 * one. Nothing for a connected graph.
 */
export function bridgesOf(graph: PartitionGraph, parts: number, minLoad: number): Bridge[] {
  const components = componentsOf(graph);
  if (components.count === 1) return [];
  const { members, loads } = membersOf(graph, components.ofUnit, components.count);
  const root = Int32Array.from({ length: components.count }, (_, component) => component);
  const find = (component: number) => {
    while (root[component] !== component) component = root[component] = root[root[component]!]!;
    return component;
  };
  const index = indexOf(graph);
  const bridges: Bridge[] = [];
  let left = components.count;
  const waiting = new Set(members.keys());
  while (left > 1) {
    const lightest = [...waiting].reduce((a, b) => (loads[b]! < loads[a]! ? b : a));
    if (left <= parts && loads[lightest]! >= minLoad) break;
    const isElsewhere = (unit: number) => find(components.ofUnit[unit]!) !== lightest;
    const bridge = nearestBridge(graph, members[lightest]!, index, isElsewhere);
    const host = find(components.ofUnit[bridge.nearest]!);
    bridges.push(bridge);
    root[lightest] = host;
    loads[host]! += loads[lightest]!;
    members[host] = [...members[host]!, ...members[lightest]!];
    waiting.delete(lightest);
    left--;
  }
  return bridges;
}

/** The graph with bridges as links without any border. */
export function withBridges(graph: PartitionGraph, bridges: readonly Bridge[]): PartitionGraph {
  if (bridges.length === 0) return graph;
  const [firsts, seconds, meters]: number[][] = [[], [], []];
  for (let unit = 0; unit < graph.count; unit++) {
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      if (graph.neighbours[i]! < unit) continue;
      firsts!.push(unit);
      seconds!.push(graph.neighbours[i]!);
      meters!.push(graph.borderMeters[i]!);
    }
  }
  for (const { islander, nearest } of bridges) {
    firsts!.push(islander);
    seconds!.push(nearest);
    meters!.push(0);
  }
  return graphOfPairs({ firsts: firsts!, seconds: seconds!, meters: meters! }, graph);
}

function membersOf({ loads, count }: PartitionGraph, component: Int32Array, components: number) {
  const members: number[][] = Array.from({ length: components }, () => []);
  const sums = new Float64Array(components);
  for (let unit = 0; unit < count; unit++) {
    members[component[unit]!]!.push(unit);
    sums[component[unit]!]! += loads[unit]!;
  }
  return { members, loads: sums };
}

function indexOf({ x, y, count }: PartitionGraph): Flatbush {
  const index = new Flatbush(count);
  for (let unit = 0; unit < count; unit++) index.add(x[unit]!, y[unit]!);
  index.finish();
  return index;
}

function nearestBridge(
  { x, y }: PartitionGraph,
  islanders: readonly number[],
  index: Flatbush,
  isElsewhere: (unit: number) => boolean,
): Bridge {
  let best: Bridge = { islander: -1, nearest: -1, meters: Infinity };
  for (const islander of islanders) {
    const [atX, atY] = [x[islander]!, y[islander]!];
    const [nearest] = index.neighbors(atX, atY, 1, best.meters, isElsewhere);
    if (nearest === undefined) continue;
    const meters = Math.hypot(x[nearest]! - atX, y[nearest]! - atY);
    if (meters < best.meters || best.islander < 0) best = { islander, nearest, meters };
  }
  return best;
}
