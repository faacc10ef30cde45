import type { RoundTarget } from "#data/model/answers/rounds.ts";
import { byName } from "#data/model/inspections/byName.ts";
import type { TargetState } from "#data/model/inspections/kinds.ts";

/** What was missed longest comes first. */
const ORDER: Record<TargetState, number> = { never: 0, late: 1, due: 2, done: 3 };

const NOWHERE = { name: "" };

/** Never, late, due, then done; within each grid by grid, by name as people count. */
export function inOrder(targets: readonly RoundTarget[]): RoundTarget[] {
  return targets.toSorted(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      byName(a.grid ?? NOWHERE, b.grid ?? NOWHERE) ||
      byName(a, b) ||
      (a.id < b.id ? -1 : 1),
  );
}
