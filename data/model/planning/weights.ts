import type { LoadWeights } from "../communities.ts";

export type LoadWeight = keyof LoadWeights;

/** In the order in which a community sets them. */
export const LOAD_WEIGHTS = [
  "household",
  "resident",
  "elderlyAlone",
  "disabled",
  "floorWithoutLift",
  "smallPlace",
  "openHazard",
  "letDwelling",
] as const satisfies readonly LoadWeight[];
