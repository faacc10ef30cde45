import type { Community, CommunityBundle } from "../model/bundle.ts";
import { DEFAULT_SETTINGS } from "../model/communities.ts";
import { areasUpTo } from "./areas.ts";
import type { SampleDefinition } from "./definition.ts";
import { toPolygon } from "./ground/frame.ts";
import { contextOf } from "./ground/geometry.ts";
import { newSite } from "./ground/site.ts";
import { house, type Stock, unitsOf } from "./housing.ts";
import { startOfDuty } from "./kit/days.ts";
import { idOf } from "./kit/identity.ts";
import { seeded } from "./kit/random.ts";
import { inventedPhones } from "./people/names.ts";
import { giveOutMembers } from "./people/party.ts";
import type { Mistakes } from "./mistakes.ts";
import { placesOf } from "./places/placesOf.ts";
import { divide } from "./plan/divide.ts";
import { organiseParty } from "./plan/partyOrganisations.ts";
import { appoint, postsOf } from "./plan/posts.ts";
import { spoil } from "./spoil.ts";

/** Draws a community, peoples it, divides it, appoints its people, and puts its mistakes in. */
export function assemble(
  definition: SampleDefinition,
  mistakes: Mistakes,
  today: string,
): CommunityBundle {
  const { slug, party } = definition;
  const site = newSite(slug, definition.boundary);
  definition.draw(site);
  const random = seeded(`${slug}/people`);
  const nextPhone = inventedPhones();
  const stock = house(definition, site, random, nextPhone);
  if (party) giveOutMembers(stock.households, party.members, party.centreHouseholds, random);

  const since = startOfDuty(today);
  const planName = `${since.slice(0, 4)}年网格方案`;
  const division = divide(slug, planName, since, unitsOf(site, stock), definition.division);
  for (const grid of division.grids) {
    const outline = definition.outlines?.[grid.name];
    if (outline) grid.outline = toPolygon(definition.frame, outline);
  }
  const community = communityOf(definition);
  const homes = definition.posts?.everyBuilding ? stock.buildings : livedIn(stock);
  const posts = postsOf(community.id, division, stock.compounds, homes, definition.posts ?? {});
  const staff = appoint(slug, posts, since, random, nextPhone);
  const organised = party
    ? organiseParty(slug, party, { ...stock, homes, division }, random, nextPhone)
    : { organisations: [], people: [] };
  const bundle: CommunityBundle = {
    areas: areasUpTo(definition.area),
    community,
    ...stock,
    places: placesOf(definition, site, today, random),
    context: contextOf(slug, definition.frame, site.context),
    people: [...staff.people, ...organised.people],
    duties: staff.duties,
    leaves: [],
    partyOrganisations: organised.organisations,
    ...division,
  };
  spoil(bundle, mistakes, today);
  return bundle;
}

function communityOf(definition: SampleDefinition): Community {
  const { slug, name, nameEn, frame, boundary, attribution = null } = definition;
  return {
    id: idOf(slug, "community"),
    slug,
    name,
    nameEn,
    areaId: areasUpTo(definition.area).at(-1)?.id ?? null,
    // The communities' own twelve digits were not found: none is guessed.
    code: null,
    boundary: { type: "MultiPolygon", coordinates: [toPolygon(frame, boundary).coordinates] },
    settings: { ...DEFAULT_SETTINGS, ...definition.settings },
    isInvented: true,
    attribution,
  };
}

function livedIn({ buildings, dwellings }: Stock) {
  const homes = new Set(dwellings.map(({ buildingId }) => buildingId));
  return buildings.filter(({ id }) => homes.has(id));
}
