import { allotParts } from "./allot.ts";
import { bisect } from "./bisect.ts";
import { BoundaryMoves } from "./boundaryMoves.ts";
import { Chains } from "./chains.ts";
import { componentsOf, totalsOf } from "./components.ts";
import { Contiguity } from "./contiguity.ts";
import { Division } from "./division.ts";
import { joinFragments } from "./fragments.ts";
import type { PartitionGraph } from "./graph.ts";
import { objectiveOf } from "./objective.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { permuteGraph } from "./permute.ts";
import { balancedMeans } from "./powerDiagram.ts";

const ROUNDS = 8;

/**
 * Partitions by place: bisection, balanced k-means, fragments joined, moves along boundaries first freely, then towards
 * balance, then within the limits; chains of moves for what is still outside. The box of the bisection is turned by
 * `angle`. There are no more components than parts.
 */
export function partitionByPlace(
  graph: PartitionGraph,
  options: PartitionOptions,
  angle: number,
): Int32Array {
  const components = componentsOf(graph);
  const totals = totalsOf(components, graph.loads);
  const allotted = allotParts(totals.loads, totals.unitCounts, options.parts);
  const { order, starts } = bisect(graph, components, allotted, angle);
  const ordered = permuteGraph(graph, order);
  const ideals = new Float64Array(options.parts);
  const assignment = new Int32Array(graph.count);
  let part = 0;
  for (let component = 0; component < components.count; component++) {
    for (let i = 0; i < allotted[component]!; i++, part++) {
      ideals[part] = totals.loads[component]! / allotted[component]!;
      assignment.fill(part, starts[part], starts[part + 1]);
    }
  }
  balancedMeans(ordered, assignment, ideals, ROUNDS);
  const inOrder = options.groups && options.groups;
  settle(
    ordered,
    assignment,
    { ...options, groups: inOrder && Int32Array.from(order, (unit) => inOrder[unit]!) },
    ideals,
  );
  const answer = new Int32Array(graph.count);
  for (let place = 0; place < graph.count; place++) answer[order[place]!] = assignment[place]!;
  return answer;
}

function settle(
  graph: PartitionGraph,
  assignment: Int32Array,
  options: PartitionOptions,
  ideals: Float64Array,
) {
  const limits = limitsOf(graph.loads, options);
  const division = new Division(graph, assignment, options.parts);
  joinFragments(division);
  const contiguity = new Contiguity(graph);
  const objective = objectiveOf(division, options, limits, ideals);
  const moves = new BoundaryMoves(division, contiguity, objective);
  moves.runEverywhere({ balance: 1, isStrict: false });
  moves.runEverywhere({ balance: 4, isStrict: false });
  moves.runEverywhere({ balance: 4, isStrict: true });
  new Chains(division, contiguity, limits).run();
  moves.runEverywhere({ balance: 0.5, isStrict: true });
}
