import type { PlanChange } from "#data/model/planning/change.ts";
import { read, write } from "./preferences.svelte.ts";

/** What was painted and not yet saved, kept in this browser until it is: a closed page loses nothing. */
export interface Unsaved {
  /** The version that it was painted on. */
  version: number;
  change: PlanChange;
}

const keyOf = (planId: string) => `plan.${planId}`;

export function findUnsaved(planId: string): Unsaved | undefined {
  try {
    return (JSON.parse(read(keyOf(planId)) ?? "null") as Unsaved | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepUnsaved(planId: string, unsaved: Unsaved | undefined): void {
  if (unsaved) write(keyOf(planId), JSON.stringify(unsaved));
  else localStorage.removeItem(`getu.${keyOf(planId)}`);
}
