import type { LoadWeight } from "#data/model/planning/weights.ts";
import { m } from "#web/messages/compiled/messages.js";

export const LOAD_WEIGHT_WORDS = {
  household: m.load_household,
  resident: m.load_resident,
  elderlyAlone: m.load_elderly_alone,
  disabled: m.load_disabled,
  floorWithoutLift: m.load_floor_without_lift,
  smallPlace: m.load_small_place,
  openHazard: m.load_open_hazard,
  letDwelling: m.load_let_dwelling,
} satisfies Record<LoadWeight, () => string>;
