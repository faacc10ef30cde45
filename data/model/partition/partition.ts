import { partitionByPlace } from "./geometric.ts";
import type { PartitionGraph } from "./graph.ts";
import { bridgesOf, withBridges } from "./islands.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";

/**
 * Divides all units among `parts` parts: the part, 0 to `parts` - 1, of each unit. Parts are in one piece, over the
 * bridges of `bridgesOf` where an island cannot be a part of its own. The same for the same seed.
 */
export function partition(graph: PartitionGraph, options: PartitionOptions): Int32Array {
  const { min } = limitsOf(graph.loads, options);
  const joined = withBridges(graph, bridgesOf(graph, options.parts, min));
  return partitionByPlace(joined, options, 0);
}
