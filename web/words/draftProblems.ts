import { IMPORT_PROBLEMS } from "#data/model/import/problems.ts";
import type { PlanTableProblem } from "#data/model/planning/sources/table.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { creationProblemWords } from "./importProblems.ts";
import { phrasesText } from "./lists.ts";
import { numberText } from "./numbers.ts";
import { problemText } from "./problems.ts";

const WORDS: Record<string, () => string> = {
  "plan-not-a-draft": m.draft_problem_not_a_draft,
  "plan-not-scheduled": m.draft_problem_not_scheduled,
  "change-does-not-fit": m.draft_problem_does_not_fit,
  "stale-version": m.draft_problem_stale,
};

const TABLE_WORDS = {
  "empty-file": () => m.draft_problem_table_empty_file(),
  "not-a-table": () => m.draft_problem_table_not_a_table(),
  "no-table-columns": () => m.draft_problem_table_no_columns(),
  "too-many-rows": (limit) => m.draft_problem_table_too_many_rows({ limit }),
} satisfies Record<PlanTableProblem, (limit: string) => string>;

/** What was refused about a draft, and what to do. */
export function draftProblemText(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  const { kind, parameters } = problem;
  if (kind === "unreadable-table") {
    const say = TABLE_WORDS[parameters["reason"] as PlanTableProblem];
    return say(numberText(Number(parameters["limit"] ?? 0)));
  }
  if (kind === "too-large" && parameters["bytes"] === undefined) return m.draft_problem_too_large();
  if (IMPORT_PROBLEMS.some((known) => known === kind)) {
    const { title, text } = creationProblemWords(problem);
    return phrasesText([title, text]);
  }
  return WORDS[kind]?.() ?? problemText(problem);
}
