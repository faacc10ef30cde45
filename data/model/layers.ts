/** The layers a community is read in, in drawing order (DESIGN §5). */
export const LAYERS = [
  "context",
  "boundary",
  "grids",
  "micro-grids",
  "cells",
  "buildings",
  "compounds",
  "places",
  "party-households",
] as const;
export type Layer = (typeof LAYERS)[number];

/** RFC 7946 §11.2 asks for no more than needed: 7 decimals are about a centimetre. */
export const COORDINATE_DECIMALS = 7;
