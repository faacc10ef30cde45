import type { HazardDetail } from "#data/model/answers/hazards.ts";
import { type HazardAction, MOVE_REFUSALS } from "#data/model/hazards/moves.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { refusalText } from "./hazardMoves.ts";
import { problemText } from "./problems.ts";

/** What the server refused of a move, and what to do. */
export function moveProblemText(
  problem: unknown,
  action: HazardAction,
  hazard: Pick<HazardDetail, "status" | "assignee" | "department">,
): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  const { kind, parameters } = problem;
  if (kind === "not-your-move" || kind === "illegal-move") {
    const refusal = MOVE_REFUSALS.find((each) => each === parameters["reason"]);
    return refusal ? refusalText(refusal, action, hazard) : problemText(problem);
  }
  return (WORDS[kind] ?? (() => problemText(problem)))();
}

const WORDS: Record<string, () => string> = {
  "stale-version": m.hazards_assign_stale,
  "missing-evidence": m.hazard_problem_missing_evidence,
  "not-a-taker": m.hazard_problem_not_a_taker,
  "not-mergeable": m.hazard_problem_not_mergeable,
  "until-too-early": m.hazard_problem_until_too_early,
};
