import type { HazardDetail } from "#data/model/answers/hazards.ts";
import type { HazardAction, HazardStep, MoveRefusal } from "#data/model/hazards/moves.ts";
import { MOVES } from "#data/model/hazards/moves.ts";
import { rolesFor } from "#data/model/permissions.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ROLE_WORDS } from "./duties.ts";
import { HAZARD_STATUS_WORDS } from "./hazards.ts";
import { listText } from "./lists.ts";

/** What a button says. */
export const HAZARD_ACTION_WORDS = {
  confirm: m.hazard_action_confirm,
  reject: m.hazard_action_reject,
  merge: m.hazard_action_merge,
  fix: m.hazard_action_fix,
  assign: m.hazard_action_assign,
  escalate: m.hazard_action_escalate,
  rectify: m.hazard_action_rectify,
  pass: m.hazard_action_pass,
  return: m.hazard_action_return,
  extend: m.hazard_action_extend,
  grant: m.hazard_action_grant,
  reopen: m.hazard_action_reopen,
} satisfies Record<HazardAction, () => string>;

/** What comes of it, for whoever is about to do it. */
export const HAZARD_ACTION_ABOUT = {
  confirm: m.hazard_about_confirm,
  reject: m.hazard_about_reject,
  merge: m.hazard_about_merge,
  fix: m.hazard_about_fix,
  assign: m.hazard_about_assign,
  escalate: m.hazard_about_escalate,
  rectify: m.hazard_about_rectify,
  pass: m.hazard_about_pass,
  return: m.hazard_about_return,
  extend: m.hazard_about_extend,
  grant: m.hazard_about_grant,
  reopen: m.hazard_about_reopen,
} satisfies Record<HazardAction, () => string>;

/** What somebody did, in the history. */
export const HAZARD_STEP_WORDS = {
  report: m.hazard_step_report,
  confirm: m.hazard_step_confirm,
  reject: m.hazard_step_reject,
  merge: m.hazard_step_merge,
  fix: m.hazard_step_fix,
  assign: m.hazard_step_assign,
  escalate: m.hazard_step_escalate,
  rectify: m.hazard_step_rectify,
  pass: m.hazard_step_pass,
  return: m.hazard_step_return,
  extend: m.hazard_step_extend,
  grant: m.hazard_step_grant,
  reopen: m.hazard_step_reopen,
} satisfies Record<HazardStep, () => string>;

/** Of a hazard: what a sentence about a missing button needs. */
type Refused = Pick<HazardDetail, "status" | "assignee" | "department">;

/** Why somebody may not make a move, and who may. */
export function refusalText(
  refusal: MoveRefusal,
  action: HazardAction,
  { status, assignee, department }: Refused,
): string {
  switch (refusal) {
    case "own-fix":
      return m.hazard_refusal_own_fix();
    case "not-the-holder": {
      const holder = status === "escalated" ? department : assignee;
      return holder
        ? m.hazard_refusal_not_the_holder({ name: holder.name })
        : m.hazard_refusal_no_holder();
    }
    case "not-your-duty": {
      const { duty } = MOVES[action];
      const roles = duty === null ? [] : rolesFor(duty).map((role) => ROLE_WORDS[role]());
      return m.hazard_refusal_not_your_duty({ roles: listText(roles) });
    }
    case "nothing-asked":
      return m.hazard_refusal_nothing_asked();
    case "no-such-move":
      return m.hazard_refusal_no_such_move({ status: HAZARD_STATUS_WORDS[status]() });
  }
}
