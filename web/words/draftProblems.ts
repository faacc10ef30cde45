import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { creationProblemWords, isImportProblem } from "./importProblems.ts";
import { numberText } from "./numbers.ts";
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

/** Why a table could not be read, by the reason that the server gives. */
const TABLE_WORDS: Record<string, (limit: string) => string> = {
  "empty-file": () => m.draft_problem_table_empty(),
  "not-a-table": () => m.draft_problem_table_kind(),
  "no-table-columns": () => m.draft_problem_table_columns(),
  "too-many-rows": (limit) => m.draft_problem_table_rows({ limit }),
};

/** What was refused about a draft, and what to do. */
export function draftProblemText(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  const { kind, parameters } = problem;
  const own = WORDS[kind];
  if (own) return own();
  if (kind === "unreadable-table") {
    const words = TABLE_WORDS[String(parameters["reason"])] ?? m.draft_problem_table_kind;
    return words(numberText(Number(parameters["limit"])));
  }
  if (isImportProblem(kind)) return m.draft_problem_file({ ...creationProblemWords(problem) });
  return problemText(problem);
}
