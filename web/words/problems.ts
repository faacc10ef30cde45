import { ApiProblem } from "#web/api.ts";
import { m } from "#web/messages/compiled/messages.js";

const WORDS: Record<string, () => string> = {
  "no-connection": m["problem_no-connection"],
  "no-such-community": m["problem_no-such-community"],
  "no-such-thing": m["problem_no-such-thing"],
  "too-many-reveals": m["problem_too-many-reveals"],
  "not-signed-in": m["problem_not-signed-in"],
  "not-your-duty": m["problem_not-your-duty"],
  "wrong-password": m["problem_wrong-password"],
  "account-closed": m["problem_account-closed"],
  "too-many-attempts": m["problem_too-many-attempts"],
  "plan-not-a-draft": m["problem_plan-not-a-draft"],
  "plan-in-the-past": m["problem_plan-in-the-past"],
  "change-does-not-fit": m["problem_change-does-not-fit"],
  busy: m.problem_busy,
  "disk-full": m["problem_disk-full"],
  "cross-site": m["problem_cross-site"],
  "too-slow": m["problem_too-slow"],
  "image-kind": m["problem_image-kind"],
  "image-heic": m["problem_image-heic"],
  "image-broken": m["problem_image-broken"],
  "image-too-many-pixels": m["problem_image-too-many-pixels"],
  "not-your-move": m["problem_not-your-move"],
  "illegal-move": m["problem_illegal-move"],
  "stale-version": m["problem_stale-version"],
  "missing-evidence": m["problem_missing-evidence"],
  "not-a-taker": m["problem_not-a-taker"],
  "not-mergeable": m["problem_not-mergeable"],
  "until-too-early": m["problem_until-too-early"],
  "id-taken": m["problem_id-taken"],
  "no-working-time": m["problem_no-working-time"],
  "no-targets": m["problem_no-targets"],
  "too-many-targets": m["problem_too-many-targets"],
  "round-ended": m["problem_round-ended"],
  "lines-unanswered": m["problem_lines-unanswered"],
};

/** What happened, what is safe and what to do. */
export function problemText(problem: unknown): string {
  const kind = problem instanceof ApiProblem ? problem.kind : "internal";
  return (WORDS[kind] ?? m.problem_internal)();
}
