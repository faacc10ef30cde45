import type { Layer } from "#data/model/layers.ts";

/** Cells, and with them the ground of every group, follow from where buildings stand. */
export const GROUND_LAYERS: readonly Layer[] = [
  "grids",
  "micro-grids",
  "cells",
  "buildings",
  "compounds",
  "places",
  "party-households",
];
