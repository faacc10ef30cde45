import type { AuditRow } from "#data/model/answers/audit.ts";
import { COMMUNITY_ZONE } from "#data/model/communityClock.ts";
import type { HazardStep } from "#data/model/hazards/moves.ts";
import { m } from "#web/messages/compiled/messages.js";
import { getLocale } from "#web/messages/compiled/runtime.js";
import { HAZARD_STEP_WORDS } from "./hazardMoves.ts";
import { AUDIT_FIELD_WORDS, valueText } from "./auditFields.ts";

type Words = Record<string, () => string>;

/** What was done. The server may know more than this page: those are said by their code. */
const ACTION_WORDS: Words = {
  "account.admin": m.audit_account_admin,
  "account.close": m.audit_account_close,
  "account.give": m.audit_account_give,
  "account.link": m.audit_account_link,
  "account.open": m.audit_account_open,
  "account.password": m.audit_account_password,
  "audit.export": m.audit_audit_export,
  "capacity.change": m.audit_capacity_change,
  "building.change": m.audit_building_change,
  "building.create": m.audit_building_create,
  "building.import": m.audit_building_import,
  "building.remove": m.audit_building_remove,
  "checklists.change": m.audit_checklists_change,
  "community.create": m.audit_community_create,
  "community.load-sample": m.audit_community_load_sample,
  "compound.change": m.audit_compound_change,
  "compound.list": m.audit_compound_list,
  "duty.change": m.audit_duty_change,
  "duty.end": m.audit_duty_end,
  "duty.give": m.audit_duty_give,
  "hazard-rules.change": m.audit_hazard_rules_change,
  "hazards.export": m.audit_hazards_export,
  "household.reveal": m.audit_household_reveal,
  "inspection.add": m.audit_inspection_add,
  "leave.cancel": m.audit_leave_cancel,
  "leave.change": m.audit_leave_change,
  "leave.create": m.audit_leave_create,
  "load-weights.change": m.audit_load_weights_change,
  "people.export": m.audit_people_export,
  "people.import": m.audit_people_import,
  "person.change": m.audit_person_change,
  "person.create": m.audit_person_create,
  "plan.change": m.audit_plan_change,
  "plan.cover": m.audit_plan_cover,
  "plan.create": m.audit_plan_create,
  "plan.delete": m.audit_plan_delete,
  "plan.publish": m.audit_plan_publish,
  "plan.take-effect": m.audit_plan_take_effect,
  "plan.withdraw": m.audit_plan_withdraw,
  "round.change": m.audit_round_change,
  "round.create": m.audit_round_create,
  "round.end": m.audit_round_end,
  "round.leave-out": m.audit_round_leave_out,
  "round.put-back": m.audit_round_put_back,
};

const KIND_WORDS: Words = {
  account: m.audit_kind_account,
  audit: m.audit_kind_audit,
  capacity: m.audit_kind_capacity,
  building: m.audit_kind_building,
  community: m.audit_kind_community,
  checklists: m.audit_kind_checklists,
  hazard: m.audit_kind_hazard,
  inspection: m.audit_kind_inspection,
  "hazard-rules": m.audit_kind_hazard_rules,
  compound: m.audit_kind_compound,
  duty: m.audit_kind_duty,
  household: m.audit_kind_household,
  leave: m.audit_kind_leave,
  "load-weights": m.audit_kind_load_weights,
  people: m.audit_kind_people,
  person: m.audit_kind_person,
  plan: m.audit_kind_plan,
  round: m.audit_kind_round,
};

export function auditActionText(action: string): string {
  const step = action.startsWith("hazard.") ? action.slice("hazard.".length) : "";
  if (isHazardStep(step)) return m.audit_hazard_step({ step: HAZARD_STEP_WORDS[step]() });
  return (ACTION_WORDS[action] ?? (() => m.audit_other({ action })))();
}

function isHazardStep(step: string): step is HazardStep {
  return step in HAZARD_STEP_WORDS;
}

/** The kinds of actions that are there, each once, with its words. */
export function auditKinds(actions: readonly string[]): { kind: string; words: string }[] {
  const kinds = [...new Set(actions.map((action) => action.split(".")[0] ?? action))];
  return kinds.map((kind) => ({ kind, words: KIND_WORDS[kind]?.() ?? kind }));
}

export interface AuditDifference {
  field: string;
  /** Null where there was nothing before. */
  from: string | null;
  /** Null where nothing is left. */
  to: string | null;
}

type Change = Record<string, unknown>;

/** What changed, field by field; what stayed is left out. */
export function differencesOf(
  { from, to }: Pick<AuditRow, "from" | "to">,
  names: Record<string, string>,
): AuditDifference[] {
  const [before, after] = [changeOf(from), changeOf(to)];
  const fields = Object.keys({ ...before, ...after }).filter((field) => isTold(field));
  return fields.flatMap((field) => {
    const words = AUDIT_FIELD_WORDS[field]?.() ?? field;
    const text = (change: Change | null) =>
      change && field in change ? valueText(field, change[field], names) : null;
    const difference = { field: words, from: text(before), to: text(after) };
    return difference.from === difference.to ? [] : [difference];
  });
}

/** Fields that say again what the row says already. */
const UNTOLD = new Set(["id", "version", "slug", "dutyId", "placeType", "footprint", "boundary"]);

function isTold(field: string): boolean {
  return !UNTOLD.has(field);
}

function changeOf(value: unknown): Change | null {
  return typeof value === "object" && value !== null ? (value as Change) : null;
}

/** 14:20 */
export function timeText(at: string): string {
  return new Intl.DateTimeFormat(getLocale(), {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: COMMUNITY_ZONE,
  }).format(new Date(at));
}

/** The whole date and time, for those who want to know exactly. */
export function momentText(at: string | Date): string {
  const style = { dateStyle: "full", timeStyle: "medium", timeZone: COMMUNITY_ZONE } as const;
  return new Intl.DateTimeFormat(getLocale(), style).format(new Date(at));
}
