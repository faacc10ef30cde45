/** The levels above a community, outermost first. */
export const AREA_LEVELS = ["city", "district", "street"] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export const PARTY_ORGANISATION_LEVELS = [
  "community",
  "compound-branch",
  "grid-group",
  "building-group",
  "centre-household",
] as const;
export type PartyOrganisationLevel = (typeof PARTY_ORGANISATION_LEVELS)[number];
