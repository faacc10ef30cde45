import type { GroundShares } from "./barriersPassages.ts";
import { bisect } from "./bisect.ts";
import { BoundaryMoves } from "./boundaryMoves.ts";
import { moveAlongChains } from "./chains.ts";
import { Contiguity } from "./contiguity.ts";
import { Division } from "./division.ts";
import { joinFragments } from "./fragments.ts";
import type { PartitionGraph } from "./graph.ts";
import { objectiveOf } from "./objective.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { permuteGraph } from "./permute.ts";
import { seedEmptyParts } from "./place.ts";
import { balancedMeans } from "./powerDiagram.ts";

const ROUNDS = 8;

/**
 * Partitions by place: bisection, balanced k-means, fragments joined, moves along boundaries first freely, then towards
 * balance, then within the limits; chains of moves for what is still outside. The box of the bisection is turned by
 * `angle`.
 */
export function partitionByPlace(
  graph: PartitionGraph,
  options: PartitionOptions,
  { components, allotted, targets }: GroundShares,
  angle: number,
  onPhase: OnPhase,
): Int32Array {
  const { order, starts } = bisect(graph, components, allotted, targets, angle);
  const ordered = permuteGraph(graph, order);
  const ideals = new Float64Array(options.parts);
  ideals.set(targets);
  const assignment = new Int32Array(graph.count);
  for (let part = 0; part < targets.length; part++) {
    assignment.fill(part, starts[part], starts[part + 1]);
  }
  balancedMeans(ordered, assignment, ideals, ROUNDS);
  const inFirstOrder = () => {
    const answer = new Int32Array(graph.count);
    for (let place = 0; place < graph.count; place++) answer[order[place]!] = assignment[place]!;
    return answer;
  };
  const ordering = { ...options, groups: inOrder(options.groups, order) };
  settle(ordered, assignment, ordering, ideals, (share) => onPhase(share, inFirstOrder));
  return inFirstOrder();
}

/** Called before each phase with the share that is done, 0 to 1, and what there is; answers whether to go on. */
type OnPhase = (share: number, best: () => Int32Array) => boolean;

function inOrder(groups: Int32Array | undefined, order: Uint32Array): Int32Array | undefined {
  return groups && Int32Array.from(order, (unit) => groups[unit]!);
}

function settle(
  graph: PartitionGraph,
  assignment: Int32Array,
  options: PartitionOptions,
  ideals: Float64Array,
  onPhase: (share: number) => boolean,
) {
  const limits = limitsOf(graph.loads, options);
  const division = new Division(graph, assignment, options.parts);
  joinFragments(division);
  const contiguity = new Contiguity(graph);
  seedEmptyParts(division, contiguity);
  const objective = objectiveOf(division, options, limits, ideals);
  const moves = new BoundaryMoves(division, contiguity, objective);
  const phases = [
    () => moves.runEverywhere({ balance: 1, isStrict: false }),
    () => moves.runEverywhere({ balance: 4, isStrict: false }),
    () => moves.runEverywhere({ balance: 4, isStrict: true }),
    () => moveAlongChains(division, contiguity, objective),
    () => moves.runEverywhere({ balance: 0.5, isStrict: true }),
    // Moves within the limits leave room where there was none.
    () => moveAlongChains(division, contiguity, objective),
  ];
  for (const [phase, run] of phases.entries()) {
    if (!onPhase(phase / phases.length)) return;
    run();
  }
}
