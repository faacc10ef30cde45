/** The ground everything stands on, drawn when there is no basemap. */
export const CONTEXT_KINDS = [
  "main-road",
  "road",
  "lane",
  "path",
  "railway",
  "river",
  "water",
  "green",
  "square",
  "wall",
  "gate",
] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

const BARRIER_KINDS: readonly ContextKind[] = ["main-road", "railway", "river", "wall"];

/** Cells on two sides of a barrier are not neighbours (DESIGN §3.4). */
export function isBarrier(kind: ContextKind): boolean {
  return BARRIER_KINDS.includes(kind);
}
