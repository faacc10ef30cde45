import type { Named } from "#data/model/answers/responsibility.ts";
import type { RoundTarget } from "#data/model/answers/rounds.ts";
import type { TargetState } from "#data/model/inspections/kinds.ts";
import { byName } from "#data/model/inspections/byName.ts";

export function countsOf(targets: readonly RoundTarget[]): Record<TargetState, number> {
  const counts = { done: 0, due: 0, late: 0, never: 0 };
  for (const { state } of targets) counts[state] += 1;
  return counts;
}

/** The grids that targets lie in, by name as people count. */
export function gridsOf(targets: readonly RoundTarget[]): Named[] {
  const grids = new Map(targets.flatMap(({ grid }) => (grid ? [[grid.id, grid] as const] : [])));
  return [...grids.values()].sort(byName);
}
