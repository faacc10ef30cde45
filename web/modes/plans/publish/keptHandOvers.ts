import type { HandOver } from "#data/model/answers/handOvers.ts";

/** By the plan: once one is in force, there is nothing left to work its hand-over out from. */
const kept = new Map<string, HandOver>();

/** Until the page is closed, so that sheets can still be printed after a plan took effect at once. */
export function keepHandOver(handOver: HandOver): void {
  kept.set(handOver.planId, handOver);
}

export function findHandOver(planId: string): HandOver | undefined {
  return kept.get(planId);
}
