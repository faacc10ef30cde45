/** How strong the colour of a grid is in its micro-grids, so that neighbours differ inside of it. */
export const SHADES = [0.34, 0.5, 0.66, 0.8] as const;
