/** Who needs to be looked in on, and why. Shown only to duties in the household's own grid. */
export const HOUSEHOLD_TAGS = [
  "elderly-alone",
  "aged-80",
  "disabled",
  "low-income",
  "left-behind-child",
  "veteran",
  "tenant",
] as const;
export type HouseholdTag = (typeof HOUSEHOLD_TAGS)[number];

/** Party standing of a household (党员户, 党员中心户). */
export const PARTY_STANDINGS = ["none", "member", "centre"] as const;
export type PartyStanding = (typeof PARTY_STANDINGS)[number];
