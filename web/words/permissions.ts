import type { Action, PlaceAction } from "#data/model/permissions.ts";
import { m } from "#web/messages/compiled/messages.js";

type Here = (inputs: { places: string }) => string;

/** What somebody may do, in plain words; what reaches only as far as a duty's place names the places. */
export const MAY_WORDS = {
  look: m.word_may_look,
  "see-residents": m.word_may_see_residents,
  "see-sensitive": m.word_may_see_sensitive,
  reveal: m.word_may_reveal,
  plan: m.word_may_plan,
  "edit-ground": m.word_may_edit_ground,
  "edit-households": m.word_may_edit_households,
  "manage-people": m.word_may_manage_people,
  "read-audit": m.word_may_read_audit,
  "manage-accounts": m.word_may_manage_accounts,
  "see-hazards": m.word_may_see_hazards,
  "report-hazard": m.word_may_report_hazard,
  "handle-hazards": m.word_may_handle_hazards,
  "fix-hazard": m.word_may_fix_hazard,
  "verify-hazard": m.word_may_verify_hazard,
  "steer-hazards": m.word_may_steer_hazards,
  inspect: m.word_may_inspect,
  "manage-rounds": m.word_may_manage_rounds,
  "create-community": m.word_may_create_community,
} satisfies Record<PlaceAction, Here> & Record<Exclude<Action, PlaceAction>, () => string>;

export const MAY_NOT_WORDS = {
  look: m.word_may_not_look,
  "see-residents": m.word_may_not_see_residents,
  "see-sensitive": m.word_may_not_see_sensitive,
  reveal: m.word_may_not_reveal,
  plan: m.word_may_not_plan,
  "edit-ground": m.word_may_not_edit_ground,
  "edit-households": m.word_may_not_edit_households,
  "manage-people": m.word_may_not_manage_people,
  "read-audit": m.word_may_not_read_audit,
  "manage-accounts": m.word_may_not_manage_accounts,
  "see-hazards": m.word_may_not_see_hazards,
  "report-hazard": m.word_may_not_report_hazard,
  "handle-hazards": m.word_may_not_handle_hazards,
  "fix-hazard": m.word_may_not_fix_hazard,
  "verify-hazard": m.word_may_not_verify_hazard,
  "steer-hazards": m.word_may_not_steer_hazards,
  inspect: m.word_may_not_inspect,
  "manage-rounds": m.word_may_not_manage_rounds,
  "create-community": m.word_may_not_create_community,
} satisfies Record<Action, () => string>;

/** 看第二网格的住户（姓名、电话遮住）. @param places in words; read only where the action has a reach */
export function mayText(action: Action, places: string): string {
  return MAY_WORDS[action]({ places });
}
