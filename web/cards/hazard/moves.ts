import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { type HazardAction, isConflict, MOVES } from "#data/model/hazards/moves.ts";
import { refusalText } from "#web/words/hazardMoves.ts";

const ONWARD: readonly HazardAction[] = [
  "grant",
  "confirm",
  "assign",
  "rectify",
  "pass",
  "return",
  "fix",
];
/** The way onward first, the ways out last. */
const ORDER: readonly HazardAction[] = [
  ...ONWARD,
  ...(["escalate", "extend", "merge", "reject", "reopen"] as const),
];

/** Whether it leads to the end of a hazard: what is pressed as a rule. */
export function isOnward(action: HazardAction): boolean {
  return ONWARD.includes(action);
}

/** What the reader may do now. */
export function movesOf({ refusals }: HazardDetail): HazardAction[] {
  return ORDER.filter((action) => refusals[action] === undefined);
}

/** What others may do now, by why the reader may not. */
export function missingMoves(hazard: HazardDetail): { actions: HazardAction[]; why: string }[] {
  const groups = new Map<string, HazardAction[]>();
  for (const action of ORDER) {
    const refusal = hazard.refusals[action];
    if (refusal === undefined || isConflict(refusal)) continue;
    if (MOVES[action].from[hazard.status] === undefined) continue;
    const why = refusalText(refusal, action, hazard);
    groups.set(why, [...(groups.get(why) ?? []), action]);
  }
  return [...groups].map(([why, actions]) => ({ actions, why }));
}
