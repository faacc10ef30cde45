import type { CommunityBundle } from "#data/model/bundle.ts";

/** What belongs to a community, parents before children: the order in which it is stored. */
const OWNED = [
  "compounds",
  "buildings",
  "entrances",
  "dwellings",
  "households",
  "places",
  "context",
  "people",
  "duties",
  "leaves",
  "partyOrganisations",
  "plans",
  "grids",
  "microGrids",
  "planUnits",
] as const satisfies (keyof CommunityBundle)[];
export type OwnedKey = (typeof OWNED)[number];

/** One statement's worth of a community: plain values, which pass from thread to thread. */
export interface Portion<Key extends OwnedKey = OwnedKey> {
  of: Key;
  rows: (CommunityBundle[Key][number] & { communityId: string })[];
}

/**
 * PostgreSQL takes 65,535 parameters in a statement; the widest table has 12 columns. The embedded
 * database works on the event loop's own thread: this many buildings hold it for some 25 ms.
 */
const ROWS = 250;

export function* portionsOf(bundle: CommunityBundle): Generator<Portion> {
  const communityId = bundle.community.id;
  for (const of of OWNED) {
    const all = bundle[of];
    for (let start = 0; start < all.length; start += ROWS) {
      const rows = all.slice(start, start + ROWS).map((row) => ({ ...row, communityId }));
      yield { of, rows } as Portion;
    }
  }
}
