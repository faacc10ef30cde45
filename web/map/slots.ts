/**
 * The drawing order, bottom first. Each slot is an invisible layer that others are placed before, so
 * order never depends on which layer happened to mount first.
 */
export const SLOTS = [
  "basemap",
  "context-areas",
  "grid-fills",
  "micro-grid-fills",
  // Streets over the colour of a grid, as on a city map: one still sees where one is.
  "context-lines",
  "cell-lines",
  "building-fills",
  "micro-grid-lines",
  "grid-lines",
  "compound-lines",
  "boundary",
  "building-volumes",
  "selection",
  "points",
  // Of two labels in one place the upper slot's stays, so these go from the least to the most needed.
  "place-labels",
  "street-labels",
  "micro-grid-labels",
  "building-labels",
  "compound-labels",
  "grid-labels",
  "hazards",
  "findings",
] as const;
export type Slot = (typeof SLOTS)[number];

export const anchorId = (slot: Slot) => `slot-${slot}`;

/** Places a layer in its slot: `<FillLayer {...at("grid-fills", "grid-fill")} />`. */
export function at(slot: Slot, id: string): { id: string; beforeId: string } {
  return { id, beforeId: anchorId(slot) };
}
