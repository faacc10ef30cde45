/** What stands on the ground. `courtyard` is a hutong courtyard: one number, several households. */
export const BUILDING_KINDS = [
  "slab",
  "tower",
  "courtyard",
  "house",
  "shop",
  "public",
  "parking",
  "other",
] as const;
export type BuildingKind = (typeof BUILDING_KINDS)[number];

/** What a dwelling is used for (常住, 租房, 空房, 底商). */
export const DWELLING_USES = ["lived-in", "let", "empty", "shop"] as const;
export type DwellingUse = (typeof DWELLING_USES)[number];

/** Storey height where a building's own height is unknown, metres. Source: GB 50096 asks for at least 2.8 m. */
export const STOREY_METERS = 2.9;
