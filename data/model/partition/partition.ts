import { partitionByPlace } from "./geometric.ts";
import type { PartitionGraph } from "./graph.ts";
import { bridgesOf, withBridges } from "./islands.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { randomFrom } from "./random.ts";
import { scoreOf } from "./score.ts";

/** Small graphs are divided over and over, as often as so many units can be, and the best is taken. */
const UNITS_TRIED = 30_000;
const MOST_TRIES = 40;

/**
 * Divides all units among `parts` parts: the part, 0 to `parts` - 1, of each unit. Parts are in one piece, over the
 * bridges of `bridgesOf` where an island cannot be a part of its own. The same for the same seed.
 */
export function partition(graph: PartitionGraph, options: PartitionOptions): Int32Array {
  const weighed = withSomeLoad(graph);
  const limits = limitsOf(weighed.loads, options);
  const joined = withBridges(weighed, bridgesOf(weighed, options.parts, limits.min));
  const random = randomFrom(options.seed);
  const tries = Math.max(1, Math.min(MOST_TRIES, Math.floor(UNITS_TRIED / graph.count)));
  let best: Int32Array = new Int32Array(graph.count);
  let least = Infinity;
  for (let attempt = 0; attempt < tries; attempt++) {
    const tried = partitionByPlace(joined, options, (random() * Math.PI) / 2);
    const score = tries > 1 ? scoreOf(joined, tried, options, limits) : 0;
    if (score < least) {
      best = tried;
      least = score;
    }
    if (options.onProgress?.((attempt + 1) / tries, () => best) === false) break;
  }
  return best;
}

/** Where nothing weighs anything, each unit weighs the same. */
function withSomeLoad(graph: PartitionGraph): PartitionGraph {
  if (graph.loads.some((load) => load > 0)) return graph;
  return { ...graph, loads: new Float64Array(graph.count).fill(1) };
}
