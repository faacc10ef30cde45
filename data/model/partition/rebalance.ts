import { BoundaryMoves } from "./boundaryMoves.ts";
import { moveAlongChains } from "./chains.ts";
import { Contiguity } from "./contiguity.ts";
import { Division } from "./division.ts";
import { repairLoads } from "./flowRepair.ts";
import { joinFragments } from "./fragments.ts";
import type { PartitionGraph } from "./graph.ts";
import { excessOf, objectiveOf, type Objective } from "./objective.ts";
import { limitsOf, type RebalanceOptions } from "./options.ts";
import { partition } from "./partition.ts";
import { placeUnits, seedEmptyParts } from "./place.ts";

/** What a move has to gain besides, in separated pairs: people get used to who comes. */
const MOVE_COST = 2;

/**
 * Betters an assignment without starting over: parts stay what they are, `fixed` units stay where they are, and at most
 * `maxMoves` others change their part. Units of part -1 are placed first and do not count as moves. Then pieces cut off
 * are joined to their neighbours, empty parts get a unit to grow from, chains of moves bring parts within the limits,
 * the worst first, and what lies about the units touched is smoothed. Does not look at what is in order.
 */
export function rebalance(
  graph: PartitionGraph,
  assignment: Int32Array,
  options: RebalanceOptions,
): Int32Array {
  if (!assignment.some((part) => part >= 0)) return partition(graph, options);
  const { parts, maxMoves = Infinity, fixed } = options;
  const answer = assignment.slice();
  const limits = limitsOf(graph.loads, options);
  const division = new Division(graph, answer, parts, { home: assignment, maxMoves, fixed });
  const ideals = new Float64Array(parts).fill(limits.ideal);
  const objective = { ...objectiveOf(division, options, limits, ideals), moveCost: MOVE_COST };
  const contiguity = new Contiguity(graph);
  const moves = new BoundaryMoves(division, contiguity, objective);
  const look = (unit: number) => {
    moves.enqueue(unit);
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      moves.enqueue(graph.neighbours[i]!);
    }
  };
  placeUnits(division, objective, look);
  joinFragments(division);
  seedEmptyParts(division, contiguity, look);
  moveAlongChains(division, contiguity, objective, look);
  moves.run({ balance: 0.5, isStrict: true });
  repairWithin(division, objective, options.seed, look);
  moves.run({ balance: 0.5, isStrict: true });
  return answer;
}

/** Repairs what chains could not, unless that takes more moves than are left. */
function repairWithin(
  division: Division,
  objective: Objective,
  seed: number,
  onMove: (unit: number) => void,
) {
  const { assignment, loads } = division;
  const { min, max } = objective.limits;
  if (division.movesLeft < 1 || loads.every((load) => excessOf(load, min, max) === 0)) return;
  const before = assignment.slice();
  repairLoads(division, objective, seed);
  const isTooMuch = division.movesLeft < 0;
  for (let unit = 0; unit < before.length; unit++) {
    if (assignment[unit] === before[unit]) continue;
    if (isTooMuch) division.move(unit, before[unit]!);
    else onMove(unit);
  }
}
