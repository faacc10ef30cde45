import type { RoundTarget, RoundTargets } from "#data/model/answers/rounds.ts";
import type { Resident } from "../resident/resident.ts";
import { workersOf } from "../resident/targets.ts";
import { inOrder } from "./order.ts";

/** Targets in their order, with whom each grid's fall to. */
export function toldTargets(resident: Resident, targets: readonly RoundTarget[]): RoundTargets {
  const grids = new Map(targets.flatMap(({ grid }) => (grid ? [[grid.id, grid] as const] : [])));
  return {
    targets: inOrder(targets),
    workers: Object.fromEntries([...grids].map(([id, grid]) => [id, workersOf(resident, grid)])),
  };
}
