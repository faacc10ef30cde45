import { applyChange, isEmptyChange, type PlanChange } from "./change.ts";
import type { PlanState } from "./state.ts";

/** A state with the way back and the way forward again. Each step is the change that goes there. */
export interface PlanHistory {
  state: PlanState;
  past: readonly PlanChange[];
  future: readonly PlanChange[];
}

export const historyOf = (state: PlanState): PlanHistory => ({ state, past: [], future: [] });

/** One step on; what was taken back before is forgotten. */
export function step(history: PlanHistory, change: PlanChange): PlanHistory {
  if (isEmptyChange(change)) return history;
  const { state, inverse } = applyChange(history.state, change);
  return { state, past: [...history.past, inverse], future: [] };
}

/** @returns the change that was made, to be saved; undefined where there is nothing to take back */
export function stepBack(
  history: PlanHistory,
): { history: PlanHistory; change: PlanChange } | undefined {
  const change = history.past.at(-1);
  if (!change) return undefined;
  const { state, inverse } = applyChange(history.state, change);
  const past = history.past.slice(0, -1);
  return { history: { state, past, future: [...history.future, inverse] }, change };
}

/** The same forward. */
export function stepForward(
  history: PlanHistory,
): { history: PlanHistory; change: PlanChange } | undefined {
  const change = history.future.at(-1);
  if (!change) return undefined;
  const { state, inverse } = applyChange(history.state, change);
  const future = history.future.slice(0, -1);
  return { history: { state, past: [...history.past, inverse], future }, change };
}
