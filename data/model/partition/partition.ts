import { bisect } from "./bisect.ts";
import type { PartitionGraph } from "./graph.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { permuteGraph } from "./permute.ts";
import { balancedMeans } from "./powerDiagram.ts";

const ROUNDS = 10;

/** Divides all units among `parts` parts: the part, 0 to `parts` - 1, of each unit. The same for the same seed. */
export function partition(graph: PartitionGraph, options: PartitionOptions): Int32Array {
  const { order, starts } = bisect(graph, options.parts);
  const ordered = permuteGraph(graph, order);
  const assignment = new Int32Array(graph.count);
  for (let part = 0; part < options.parts; part++) {
    assignment.fill(part, starts[part], starts[part + 1]);
  }
  const { ideal } = limitsOf(graph.loads, options);
  balancedMeans(ordered, assignment, new Float64Array(options.parts).fill(ideal), ROUNDS);
  const answer = new Int32Array(graph.count);
  for (let place = 0; place < graph.count; place++) answer[order[place]!] = assignment[place]!;
  return answer;
}
