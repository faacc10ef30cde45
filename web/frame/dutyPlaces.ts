import type { Me } from "#data/model/answers/accounts.ts";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { readDetail } from "#web/cards/readDetail.ts";

export type Membership = Me["communities"][number];
export type HeldDuty = Membership["duties"][number];

/** Names of places by their ids, for the duties of somebody in one community. */
export type PlaceNames = ReadonlyMap<string, string>;

/** A place that cannot be read any more has no name. */
export async function readPlaceNames(
  { slug, duties }: Membership,
  community: CommunitySummary | undefined,
): Promise<PlaceNames> {
  const places = new Map(duties.map((duty) => [duty.placeId, duty]));
  const named = await Promise.all(
    [...places].map(async ([id, { placeType }]): Promise<[string, string][]> => {
      if (placeType === "community") return community ? [[id, community.name]] : [];
      const signal = new AbortController().signal;
      const found = await readDetail(slug, { type: placeType, id }, signal).catch(() => undefined);
      return found ? [[id, found.detail.name]] : [];
    }),
  );
  return new Map(named.flat());
}
