import type { DwellingCell } from "#data/model/answers/buildings.ts";
import type { HouseholdTag } from "#data/model/households.ts";

/** Who to look in on. That somebody rents is said by the dwelling's use already. */
export function tagsToHeed({ household }: DwellingCell): HouseholdTag[] {
  return household?.tags.filter((tag) => tag !== "tenant") ?? [];
}
