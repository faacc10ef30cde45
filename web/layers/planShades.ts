/** How strong the colour of a grid is in its micro-grids, so that neighbours differ inside of it. */
export const SHADES = [0.34, 0.5, 0.66, 0.8] as const;

/** In place of a fill: nothing covers the unit, or nothing is said of it yet. */
export const BARE = -1;
export const UNKNOWN = -2;

/** A grid's colour and a micro-grid's shade as one number. */
export function fillOf(colour: number, shade: number): number {
  return colour * SHADES.length + shade;
}
