import type { ThingType } from "#web/state/view.ts";
import { m } from "#web/messages/compiled/messages.js";

export const THING_TYPE_WORDS = {
  building: m.word_thing_building,
  grid: m.word_thing_grid,
  "micro-grid": m.word_thing_micro_grid,
  compound: m.word_thing_compound,
  place: m.word_thing_place,
  hazard: m.word_thing_hazard,
} satisfies Record<ThingType, () => string>;
