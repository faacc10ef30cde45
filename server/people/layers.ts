import type { Layer } from "#data/model/layers.ts";

/** What shows who is on duty. */
export const PEOPLE_LAYERS: readonly Layer[] = ["grids", "micro-grids", "buildings"];
