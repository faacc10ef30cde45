/** The nine small places (九小场所) and the places people go to for service. */
export const PLACE_KINDS = [
  "shop",
  "eating",
  "lodging",
  "entertainment",
  "leisure",
  "medical",
  "teaching",
  "workshop",
  "flammables",
  "party-service-station",
  "service-point",
  "police-point",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

const SERVICE_KINDS: readonly PlaceKind[] = [
  "party-service-station",
  "service-point",
  "police-point",
];

/** Small places are inspected each period; service points are where people go for help. */
export function isSmallPlace(kind: PlaceKind): boolean {
  return !SERVICE_KINDS.includes(kind);
}
