import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import { read, write } from "#web/state/preferences.svelte.ts";

export type PlanNote = CreatedPlan["notes"][number];

const keyOf = (planId: string) => `plan.${planId}.notes`;

/** What was noted when the draft was made: whoever works through it may close the page meanwhile. */
export function findNotes(planId: string): PlanNote[] {
  try {
    return JSON.parse(read(keyOf(planId)) ?? "[]") as PlanNote[];
  } catch {
    return [];
  }
}

/** None forgets them. */
export function keepNotes(planId: string, notes: readonly PlanNote[]): void {
  if (notes.length > 0) write(keyOf(planId), JSON.stringify(notes));
  else localStorage.removeItem(`getu.${keyOf(planId)}`);
}
