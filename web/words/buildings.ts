import type { BuildingKind, DwellingUse } from "#data/model/buildings.ts";
import { m } from "#web/messages/compiled/messages.js";

export const BUILDING_KIND_WORDS = {
  slab: m.word_building_kind_slab,
  tower: m.word_building_kind_tower,
  courtyard: m.word_building_kind_courtyard,
  house: m.word_building_kind_house,
  shop: m.word_building_kind_shop,
  public: m.word_building_kind_public,
  parking: m.word_building_kind_parking,
  other: m.word_building_kind_other,
} satisfies Record<BuildingKind, () => string>;

export const DWELLING_USE_WORDS = {
  "lived-in": m.word_dwelling_use_lived_in,
  let: m.word_dwelling_use_let,
  empty: m.word_dwelling_use_empty,
  shop: m.word_dwelling_use_shop,
} satisfies Record<DwellingUse, () => string>;
