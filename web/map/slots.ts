/**
 * The drawing order, bottom first. Each slot is an invisible layer that others are placed before, so
 * order never depends on which layer happened to mount first.
 */
export const SLOTS = [
  "basemap",
  "context-areas",
  "context-lines",
  "grid-fills",
  "micro-grid-fills",
  "cell-lines",
  "building-fills",
  "micro-grid-lines",
  "grid-lines",
  "compound-lines",
  "boundary",
  "building-volumes",
  "selection",
  "points",
  "labels",
] as const;
export type Slot = (typeof SLOTS)[number];

export const anchorId = (slot: Slot) => `slot-${slot}`;

/** Places a layer in its slot: `<FillLayer {...at("grid-fills", "grid-fill")} />`. */
export function at(slot: Slot, id: string): { id: string; beforeId: string } {
  return { id, beforeId: anchorId(slot) };
}
