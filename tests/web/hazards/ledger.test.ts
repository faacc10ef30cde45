import { expect, test } from "vitest";
import { HazardFilter } from "#server/hazards/filter.ts";
import { NO_HAZARD_FILTERS } from "#web/state/hazards/filters.ts";
import { ledgerAddress } from "#web/state/hazards/ledger.ts";

/** What the server makes of an address. */
function askedFor(address: string) {
  const url = new URL(address, "http://localhost");
  const { locale, ...query } = Object.fromEntries(url.searchParams);
  return { path: url.pathname, locale, filter: HazardFilter.parse(query) };
}

test("the ledger is asked for as the list is filtered", () => {
  const plain = askedFor(ledgerAddress("hongqi", NO_HAZARD_FILTERS, "en"));
  expect(plain).toEqual({
    ...{ path: "/api/communities/hongqi/hazards.xlsx", locale: "en", filter: {} },
  });
  const filters = {
    ...NO_HAZARD_FILTERS,
    ...({ status: "closed", category: "gas", level: "major", isMine: true } as const),
  };
  const { filter } = askedFor(ledgerAddress("hongqi", filters, "zh-CN"));
  expect(filter).toEqual({ status: ["closed"], category: ["gas"], level: ["major"], mine: true });
  const late = { ...NO_HAZARD_FILTERS, list: "overdue", isStarred: true } as const;
  expect(askedFor(ledgerAddress("新源", late, "en")).filter).toEqual({
    ...{ list: "overdue", starred: true },
  });
});
