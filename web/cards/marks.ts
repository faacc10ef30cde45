import type { DwellingCell } from "#data/model/answers/buildings.ts";
import type { HouseholdTag, PartyStanding } from "#data/model/households.ts";

/** The star of a dwelling; none where standing is not the reader's duty. */
export function standingOf({ household }: DwellingCell): PartyStanding {
  return household?.sensitive?.partyStanding ?? "none";
}

/** Who to look in on. That somebody rents is said by the dwelling's use already. */
export function tagsToHeed({ household }: DwellingCell): HouseholdTag[] {
  return household?.sensitive?.tags.filter((tag) => tag !== "tenant") ?? [];
}
