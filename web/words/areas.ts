import type { AreaLevel } from "#data/model/areas.ts";
import { m } from "#web/messages/compiled/messages.js";

export const AREA_LEVEL_WORDS = {
  city: m.word_area_level_city,
  district: m.word_area_level_district,
  street: m.word_area_level_street,
} satisfies Record<AreaLevel, () => string>;
