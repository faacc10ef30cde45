import { BoundaryMoves } from "./boundaryMoves.ts";
import { moveAlongChains } from "./chains.ts";
import { Contiguity } from "./contiguity.ts";
import { Division } from "./division.ts";
import { annealBorders } from "./flowAnneal.ts";
import { ringsOf } from "./flowRings.ts";
import type { PartitionGraph } from "./graph.ts";
import { objectiveOf } from "./objective.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { scoreOf } from "./score.ts";

/** What annealing may look at: so many units in all, and each so often. */
const MOST_LOOKS = 1_500_000;
const MOST_SWEEPS = 1500;
/** Fewer are not worth the start. */
const LEAST_SWEEPS = 150;
/** Hot enough to change borders, too cold to change where parts are. */
const HEAT = [0.5, 0.1] as const;
/** Of the tolerance, what is kept free for units that cannot be cut up. */
const ROOM = 0.06;

/** A division that annealing made better, or the same where it did not, or where the graph is too large for it. */
export function polish(
  graph: PartitionGraph,
  assignment: Int32Array,
  options: PartitionOptions,
): Int32Array {
  const sweeps = Math.min(MOST_SWEEPS, Math.floor(MOST_LOOKS / graph.count));
  if (sweeps < LEAST_SWEEPS || options.parts < 2) return assignment;
  const limits = limitsOf(graph.loads, options);
  const polished = assignment.slice();
  const division = new Division(graph, polished, options.parts);
  const contiguity = new Contiguity(graph);
  const middle = new Float64Array(options.parts).fill((limits.min + limits.max) / 2);
  const ideals = new Float64Array(options.parts).fill(limits.ideal);
  const objective = objectiveOf(division, options, limits, ideals);
  const slacks = new Float64Array(options.parts).fill(((limits.max - limits.min) / 2) * (1 - ROOM));
  annealBorders(
    division,
    ringsOf(graph),
    objective,
    { targets: middle, slacks },
    { sweeps, heat: HEAT, targetCost: [0.02, 0.02], limitCost: [1, 100], seed: options.seed },
    Uint32Array.from({ length: graph.count }, (_, unit) => unit),
  );
  moveAlongChains(division, contiguity, objective);
  new BoundaryMoves(division, contiguity, objective).runEverywhere({
    balance: 0.2,
    isStrict: true,
  });
  moveAlongChains(division, contiguity, objective);
  const isBetter =
    scoreOf(graph, polished, options, limits) < scoreOf(graph, assignment, options, limits);
  return isBetter ? polished : assignment;
}
