import type { Explanation, ProposalMeasures } from "../answers/proposals.ts";
import type { PlanState } from "../planning/state.ts";
import type { Bench, Priority } from "./bench.ts";
import type { Oversized } from "./breaking.ts";

/** What an alternative is the result of. */
export interface Result {
  bench: Bench;
  priority: Priority;
  state: PlanState;
  measures: ProposalMeasures;
  oversized: readonly Oversized[];
  compoundNames: ReadonlyMap<string, string>;
  /** How many grids or micro-grids could not be made, for want of units. */
  missing: { asked: number; made: number } | undefined;
}

export function explanation(
  kind: Explanation["kind"],
  subject: { id: string; name: string } | null,
  values: Explanation["values"],
): Explanation {
  return { kind, subjectId: subject?.id ?? null, name: subject?.name ?? null, values };
}
