import { componentsOf, piecesOf } from "../partition/components.ts";
import { loadsOfParts } from "../partition/measure.ts";
import type { PartitionGraph } from "../partition/graph.ts";
import { rebalance } from "../partition/rebalance.ts";
import type { RebalanceOptions } from "../partition/options.ts";
import { piecesBeyond } from "./measures.ts";

export interface MoveRequest extends RebalanceOptions {
  /** How many units each node stands for; a move is counted in units. */
  sizes: Uint32Array;
  /** "least": as few as reach what `mostMoves` reach; what hangs together comes before sizes. */
  moves: number | "least";
  mostMoves: number;
}

/**
 * Betters an assignment of nodes with at most so many units moved, or with the least number after
 * which no fewer pieces are cut off and no less is outside the limits than after any. Nodes of part -1 are placed and count
 * nothing. An island stays with whom it is: nothing moves over a way that is not there.
 */
export function moveWithin(
  graph: PartitionGraph,
  assignment: Int32Array,
  { sizes, moves, mostMoves, ...options }: MoveRequest,
): Int32Array {
  const { minLoad = 0, maxLoad = Infinity, parts } = options;
  const run = (maxMoves: number) => rebalance(graph, assignment, { ...options, maxMoves });
  const movedBy = (answer: Int32Array) =>
    answer.reduce(
      (sum, part, node) =>
        assignment[node]! >= 0 && part !== assignment[node] ? sum + sizes[node]! : sum,
      0,
    );
  const within = (most: number) => {
    const answer = run(most);
    return movedBy(answer) <= mostMoves ? answer : undefined;
  };
  const freely = lastThat(within, Math.min(mostMoves, graph.count));
  if (moves !== "least") return freely ?? run(0);
  if (!freely) return run(0);
  const outside = (answer: Int32Array) => outsideOf(graph, answer, parts, minLoad, maxLoad);
  const [reached, pieces] = [outside(freely), cutOffIn(graph, freely)];
  const asGood = (most: number) => {
    const answer = within(most);
    const isAsGood =
      answer && cutOffIn(graph, answer) <= pieces && outside(answer) <= reached + 1e-9;
    return isAsGood ? answer : undefined;
  };
  return firstThat(asGood, graph.count) ?? freely;
}

/** Pieces of parts beyond the first in each piece of the ground. */
export function cutOffIn(graph: PartitionGraph, assignment: Int32Array): number {
  return piecesBeyond(assignment, piecesOf(graph, assignment).ofUnit, componentsOf(graph).ofUnit);
}

/** Where more is more: the answer for the greatest number up to `most` that has one, by halving; 0 has one. */
function lastThat<T>(ask: (value: number) => T | undefined, most: number): T | undefined {
  let best = ask(most);
  if (best !== undefined) return best;
  best = ask(0);
  for (let [low, high] = [0, most]; high - low > 1;) {
    const middle = (low + high) >> 1;
    const answer = ask(middle);
    if (answer === undefined) high = middle;
    else [low, best] = [middle, answer];
  }
  return best;
}

/** The answer for the smallest number that has one, by doubling and halving. */
function firstThat<T>(ask: (value: number) => T | undefined, most: number): T | undefined {
  let best = ask(0);
  if (best !== undefined) return best;
  let [low, high] = [0, 1];
  while (high < most && (best = ask(high)) === undefined) [low, high] = [high, 2 * high];
  if (best === undefined) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const answer = ask(middle);
    if (answer === undefined) low = middle;
    else [high, best] = [middle, answer];
  }
  return best;
}

/** By how much the parts are above or below the limits, together. */
export function outsideOf(
  graph: PartitionGraph,
  assignment: Int32Array,
  parts: number,
  min: number,
  max: number,
): number {
  return loadsOfParts(graph, assignment, parts).reduce(
    (sum, load) => sum + Math.max(0, load - max) + Math.max(0, min - load),
    0,
  );
}
