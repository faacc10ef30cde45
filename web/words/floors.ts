import { m } from "#web/messages/compiled/messages.js";

/** A floor as its label: 1 is the ground floor, -1 the first basement. */
export function floorText(floor: number): string {
  return floor > 0
    ? m.card_floor({ floor: String(floor) })
    : m.card_basement({ floor: String(-floor) });
}

/** The same among other words, where a number alone would be a riddle. */
export function floorName(floor: number): string {
  return floor > 0
    ? m.floor_above({ floor: String(floor) })
    : m.floor_below({ floor: String(-floor) });
}
