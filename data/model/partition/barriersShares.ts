import { seedsAtPassages, type GroundShares } from "./barriersPassages.ts";
import { shareParts } from "./barriersTargets.ts";
import { componentsOf, totalsOf } from "./components.ts";
import type { PartitionGraph } from "./graph.ts";
import type { LoadLimits } from "./options.ts";

/** Smaller graphs are searched for gaps in any case. */
const FEWEST_UNITS = 20_000;
/** Of all faces being triangles, so many links are missing in towns without barriers, a unit. */
const USUALLY_MISSING = 0.1;
/** Ground about as long as wide has so many sides for the square root of its units: links are missing along them. */
const SIDES = 5.3;

/**
 * How the parts may be shared out to ground that barriers keep apart, the most promising first: with regard to the gaps
 * in barriers, if there are any, and with regard to the components of the graph alone.
 */
export function sharesOfGround(
  graph: PartitionGraph,
  parts: number,
  limits: LoadLimits,
): GroundShares[] {
  const components = componentsOf(graph);
  const totals = totalsOf(components, graph.loads);
  const shared = shareParts(totals.loads, totals.unitCounts, parts, limits);
  const plain: GroundShares = { components, ...shared };
  if (!mayHaveGaps(graph, totals.unitCounts)) return [plain];
  const atPassages = seedsAtPassages(graph, components, shared.allotted, limits);
  return atPassages ? [atPassages, plain] : [plain];
}

/** Whether more links are missing than open ground, or closed ground with its own sides, explains. */
function mayHaveGaps({ count, neighbours }: PartitionGraph, unitCounts: Uint32Array): boolean {
  if (count <= FEWEST_UNITS) return true;
  let sides = 0;
  for (const units of unitCounts) sides += SIDES * Math.sqrt(units);
  return 3 * count - neighbours.length / 2 > Math.max(USUALLY_MISSING * count, sides);
}
