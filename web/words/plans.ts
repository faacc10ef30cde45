import type { GridKind } from "#data/model/plans.ts";
import { m } from "#web/messages/compiled/messages.js";

export const GRID_KIND_WORDS = {
  basic: m.word_grid_kind_basic,
  dedicated: m.word_grid_kind_dedicated,
} satisfies Record<GridKind, () => string>;
