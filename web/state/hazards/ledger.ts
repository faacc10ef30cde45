import { hazardsAddress } from "./calls.ts";
import type { HazardFilters } from "./filters.ts";

/** Where the hazards of the list are as a spreadsheet, in the words of a language. */
export function ledgerAddress(slug: string, filters: HazardFilters, locale: string): string {
  const { list, status, category, level, grid, isMine, isStarred } = filters;
  const asked = {
    ...{ list, category, level, grid },
    // Without one the server answers with those that are open.
    status: status === "open" ? null : status,
    mine: isMine ? "true" : null,
    starred: isStarred ? "true" : null,
    locale,
  };
  const chosen = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return hazardsAddress(slug, `.xlsx?${new URLSearchParams(chosen)}`);
}
