import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { problemText } from "./problems.ts";

const WORDS: Record<string, () => string> = {
  "plan-in-the-past": m.draft_problem_past,
  "plan-not-whole": m.draft_problem_not_whole,
  "plan-not-a-draft": m.draft_problem_not_a_draft,
  "plan-not-scheduled": m.draft_problem_not_scheduled,
  "change-does-not-fit": m.draft_problem_does_not_fit,
  "stale-version": m.draft_problem_stale,
  "too-large": m.draft_problem_too_large,
};

/** What was refused about a draft, and what to do. */
export function draftProblemText(problem: unknown): string {
  const kind = problem instanceof ApiProblem ? problem.kind : "";
  return WORDS[kind]?.() ?? problemText(problem);
}
