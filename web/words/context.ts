import type { ContextKind } from "#data/model/context.ts";
import { m } from "#web/messages/compiled/messages.js";

export const CONTEXT_KIND_WORDS = {
  "main-road": m.word_context_kind_main_road,
  road: m.word_context_kind_road,
  lane: m.word_context_kind_lane,
  path: m.word_context_kind_path,
  railway: m.word_context_kind_railway,
  river: m.word_context_kind_river,
  water: m.word_context_kind_water,
  green: m.word_context_kind_green,
  square: m.word_context_kind_square,
  wall: m.word_context_kind_wall,
  gate: m.word_context_kind_gate,
} satisfies Record<ContextKind, () => string>;
