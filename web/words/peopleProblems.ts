import type { RosterReport } from "#data/model/answers/people.ts";
import type { RosterFileProblemKind } from "#data/model/roster/problems.ts";
import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";
import { numberText } from "./numbers.ts";
import { problemText } from "./problems.ts";

type RosterProblem = RosterReport["problems"][number];

const ROSTER_PROBLEM_WORDS = {
  "no-name": m.people_roster_no_name,
  "unknown-role": m.people_roster_unknown_role,
  "role-not-given": m.people_roster_role_not_given,
  "no-place": m.people_roster_no_place,
  "unknown-place": m.people_roster_unknown_place,
  "several-places": m.people_roster_several_places,
  "wrong-place-type": m.people_roster_wrong_place_type,
  "unreadable-date": m.people_roster_unreadable_date,
  "ends-before-start": m.people_roster_ends_before_start,
  "bad-phone": m.people_roster_bad_phone,
  "bad-username": m.people_roster_bad_username,
  "username-taken": m.people_roster_username_taken,
  "several-accounts": m.people_roster_several_accounts,
  "too-long": m.people_roster_too_long,
} satisfies Record<RosterProblem["kind"], () => string>;

/** What is the matter with a row and what to write instead. */
export function rosterProblemText({ kind }: RosterProblem): string {
  return ROSTER_PROBLEM_WORDS[kind]();
}

/** Where in the file: 第 12 行，“电话”. */
export function rosterProblemPlace({ row, column }: RosterProblem): string {
  const number = numberText(row);
  return column === null
    ? m.people_import_problem_row({ row: number })
    : m.people_import_problem_at({ row: number, column });
}

const PROBLEM_WORDS: Record<string, () => string> = {
  "account-reaches-further": m.people_problem_account_reaches_further,
  "own-account": m.people_problem_own_account,
  "last-administrator": m.people_problem_last_administrator,
  "wrong-place-for-role": m.people_problem_wrong_place_for_role,
  "ends-before-start": m.people_problem_ends_before_start,
  "own-last-duty": m.people_problem_own_last_duty,
  "last-manager": m.people_problem_last_manager,
  "leaves-overlap": m.people_problem_leaves_overlap,
  "outside-duty": m.people_problem_outside_duty,
  "vacant-post": m.people_problem_vacant_post,
  "stand-in-is-holder": m.people_problem_stand_in_is_holder,
  invalid: m.people_problem_invalid,
};

const FILE_PROBLEM_WORDS = {
  "empty-file": m.people_problem_roster_empty_file,
  "not-a-roster": m.people_problem_roster_not_a_roster,
  "no-roster-columns": m.people_problem_roster_no_columns,
  "too-many-rows": m.people_problem_roster_too_many_rows,
  "too-many-accounts": m.people_problem_roster_too_many_accounts,
} satisfies Record<RosterFileProblemKind, () => string>;

/** What was refused about people, duties, leaves and accounts, and what to do. */
export function peopleProblemText(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  const { username, suggestion, name, reason } = problem.parameters as Record<string, string>;
  switch (problem.kind) {
    case "username-taken":
      return m.people_problem_username_taken({
        username: username ?? "",
        suggestion: suggestion ?? "",
      });
    case "has-account":
      return m.people_problem_has_account({ username: username ?? "" });
    case "account-in-use":
      return m.people_problem_account_in_use({ name: name ?? "" });
    case "unreadable-roster":
      return (FILE_PROBLEM_WORDS[reason as RosterFileProblemKind] ?? m.problem_internal)();
    default:
      return PROBLEM_WORDS[problem.kind]?.() ?? problemText(problem);
  }
}
