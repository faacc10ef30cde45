import type { RoundTarget } from "#data/model/answers/rounds.ts";
import type { TargetState } from "#data/model/inspections/kinds.ts";

/** What was missed longest comes first. */
const ORDER: Record<TargetState, number> = { never: 0, late: 1, due: 2, done: 3 };

/** 2号楼 before 10号楼, and Chinese by its reading. */
const natural = new Intl.Collator("zh-CN", { numeric: true });

/** Never, late, due, then done; within each grid by grid, by name as people count. */
export function inOrder(targets: readonly RoundTarget[]): RoundTarget[] {
  return targets.toSorted(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] ||
      natural.compare(a.grid?.name ?? "", b.grid?.name ?? "") ||
      natural.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}
