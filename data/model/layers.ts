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
  "hazards",
] as const;
export type Layer = (typeof LAYERS)[number];

/** What has a revision and is told of like a layer. Inspections are: rounds, their targets, visits, checklists. */
export type Topic = Layer | "inspections";

/** Topics whose rows are read by themselves: a change of them leaves a community in memory as it is. */
export const LAYERS_OF_THEIR_OWN: readonly string[] = ["hazards", "inspections"] satisfies Topic[];

/** RFC 7946 §11.2 asks for no more than needed: 7 decimals are about a centimetre. */
export const COORDINATE_DECIMALS = 7;
