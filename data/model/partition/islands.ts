import Flatbush from "flatbush";
import { componentsOf, totalsOf, type Components } from "./components.ts";
import { graphOfPairs, type PartitionGraph } from "./graph.ts";

/** A way that does not exist on the ground: an island counts as joined to the unit nearest to it. */
export interface Bridge {
  islander: number;
  nearest: number;
  meters: number;
}

/**
 * Which components cannot be parts of their own, because they hold less than `minLoad` or there are more of them than
 * `parts`, and the unit of another component nearest to each. In rounds, the lightest first; what has been joined counts
 * as one. Nothing for a connected graph.
 */
export function bridgesOf(graph: PartitionGraph, parts: number, minLoad: number): Bridge[] {
  const components = componentsOf(graph);
  if (components.count <= 1) return [];
  const islands = new Islands(graph, components);
  const bridges: Bridge[] = [];
  let left = components.count;
  for (let joined = -1; joined !== 0 && left > 1;) {
    joined = 0;
    const loads = islands.loads.slice();
    const lightestFirst = [...loads.keys()].sort((a, b) => loads[a]! - loads[b]! || a - b);
    for (const island of lightestFirst) {
      // Joined itself, or grown in this round by others: it waits for the next.
      if (!islands.isApart(island) || islands.loads[island] !== loads[island]) continue;
      if (left === 1 || (left <= parts && loads[island]! >= minLoad)) continue;
      bridges.push(islands.join(island));
      left--;
      joined++;
    }
  }
  return bridges;
}

/** Components, of which joined ones are one, with what they hold. */
class Islands {
  readonly loads: Float64Array;
  readonly #graph: PartitionGraph;
  readonly #members: number[][];
  readonly #ofUnit: Int32Array;
  readonly #host: Int32Array;
  readonly #index: Flatbush;

  constructor(graph: PartitionGraph, components: Components) {
    this.#graph = graph;
    this.#ofUnit = components.ofUnit;
    this.#members = Array.from({ length: components.count }, () => []);
    components.ofUnit.forEach((island, unit) => this.#members[island]!.push(unit));
    this.loads = totalsOf(components, graph.loads).loads;
    this.#host = Int32Array.from({ length: components.count }, (_, island) => island);
    this.#index = indexOf(graph);
  }

  isApart(island: number): boolean {
    return this.#host[island] === island;
  }

  join(island: number): Bridge {
    const isElsewhere = (unit: number) => this.#find(this.#ofUnit[unit]!) !== island;
    const bridge = nearestBridge(this.#graph, this.#members[island]!, this.#index, isElsewhere);
    const host = this.#find(this.#ofUnit[bridge.nearest]!);
    this.#host[island] = host;
    this.loads[host]! += this.loads[island]!;
    for (const unit of this.#members[island]!) this.#members[host]!.push(unit);
    return bridge;
  }

  #find(island: number): number {
    let at = island;
    while (this.#host[at] !== at) at = this.#host[at] = this.#host[this.#host[at]!]!;
    return at;
  }
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
