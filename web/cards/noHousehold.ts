import type { DwellingUse } from "#data/model/buildings.ts";
import { m } from "#web/messages/compiled/messages.js";

/** What is said of a dwelling without a household: only in a home is that a gap. */
export const NO_HOUSEHOLD_WORDS = {
  "lived-in": m.card_no_household,
  let: m.card_no_household,
  empty: m.card_empty_dwelling,
  shop: m.card_shop_dwelling,
} satisfies Record<DwellingUse, () => string>;
