import { seedsAtPassages, type GroundShares } from "./barriersPassages.ts";
import { shareParts } from "./barriersTargets.ts";
import { componentsOf, totalsOf } from "./components.ts";
import type { PartitionGraph } from "./graph.ts";
import type { LoadLimits } from "./options.ts";

/** A larger graph is searched for gaps only if so many links a unit are missing for all its faces to be triangles. */
const MOST_UNITS_SEARCHED = 20_000;
const MISSING_LINKS = 0.1;

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
  if (!mayHaveGaps(graph)) return [plain];
  const atPassages = seedsAtPassages(graph, components, shared.allotted, limits);
  return atPassages ? [atPassages, plain] : [plain];
}

function mayHaveGaps({ count, neighbours }: PartitionGraph): boolean {
  const missing = 3 * count - neighbours.length / 2;
  return count <= MOST_UNITS_SEARCHED || missing > MISSING_LINKS * count;
}
