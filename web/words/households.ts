import type { HouseholdTag, PartyStanding } from "#data/model/households.ts";
import { m } from "#web/messages/compiled/messages.js";

export const HOUSEHOLD_TAG_WORDS = {
  "elderly-alone": m.word_household_tag_elderly_alone,
  "aged-80": m.word_household_tag_aged_80,
  disabled: m.word_household_tag_disabled,
  "low-income": m.word_household_tag_low_income,
  "left-behind-child": m.word_household_tag_left_behind_child,
  veteran: m.word_household_tag_veteran,
  tenant: m.word_household_tag_tenant,
} satisfies Record<HouseholdTag, () => string>;

export const PARTY_STANDING_WORDS = {
  none: m.word_party_standing_none,
  member: m.word_party_standing_member,
  centre: m.word_party_standing_centre,
} satisfies Record<PartyStanding, () => string>;
