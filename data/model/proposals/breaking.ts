import type { ProposalGoal } from "../answers/proposals.ts";
import type { LoadWeights } from "../communities.ts";
import { loadOf } from "../load.ts";
import { applyChange, type PlanChange } from "../planning/change.ts";
import { planningUnits, type PlanningGround, type PlanningUnit } from "../planning/ground.ts";
import type { PlanState } from "../planning/state.ts";
import { limitsFor, type Limits, type SizeSettings } from "./limits.ts";

export interface Oversized {
  unit: PlanningUnit;
  amount: number;
  limits: Limits;
  /** Entrances it has been broken into; 0 where it has none to be broken into. */
  entrances: number;
}

/**
 * Breaks the buildings that are too large for one part of the smallest kind the goal makes: each
 * entrance becomes a unit, in the building's micro-grid to begin with. What is locked or dedicated
 * stays whole, and everything does where a plan is only changed.
 */
export function breakOversized(
  ground: PlanningGround,
  state: PlanState,
  goal: ProposalGoal,
  settings: SizeSettings,
  loadWeights: LoadWeights,
): { state: PlanState; oversized: Oversized[] } {
  const makesMicroGrids = goal.level === "micro-grid" || goal.microGridLoad !== undefined;
  const limits = limitsFor(goal, makesMicroGrids ? "micro-grid" : "grid", settings);
  const entrancesOf = new Map(ground.buildings.map(({ id, entrances }) => [id, entrances]));
  const change: Required<Pick<PlanChange, "broken" | "put">> = { broken: [], put: [] };
  const oversized: Oversized[] = [];
  for (const unit of planningUnits(ground, state.broken)) {
    const amount = limits.of === "load" ? loadOf(unit, loadWeights) : unit.households;
    const microGridId = state.units.get(unit.id);
    if (amount <= limits.max || !isFree(state, microGridId)) continue;
    const entrances = unit.entranceId === null ? (entrancesOf.get(unit.buildingId) ?? []) : [];
    oversized.push({
      unit,
      amount,
      limits,
      entrances: entrances.length > 1 ? entrances.length : 0,
    });
    if (entrances.length < 2) continue;
    change.broken.push([unit.buildingId, true]);
    if (microGridId === undefined) continue;
    change.put.push([unit.id, null]);
    for (const { id } of entrances) change.put.push([id, microGridId]);
  }
  return { state: applyChange(state, change).state, oversized };
}

function isFree({ grids, microGrids }: PlanState, microGridId: string | undefined): boolean {
  const microGrid = microGrids.get(microGridId ?? "");
  if (!microGrid) return true;
  const grid = grids.get(microGrid.gridId);
  return !microGrid.isLocked && !grid?.isLocked && grid?.kind !== "dedicated";
}
