import type { Building, Compound, Dwelling, Entrance, Household } from "../model/bundle.ts";
import { STOREY_METERS } from "../model/buildings.ts";
import type { Homes, SampleDefinition } from "./definition.ts";
import { type Frame, toPolygon } from "./ground/frame.ts";
import { entranceSpot } from "./ground/geometry.ts";
import { middleOf } from "./ground/plane.ts";
import { type BuildingSketch, keyOf, type Site } from "./ground/site.ts";
import { idOf } from "./kit/identity.ts";
import type { Random } from "./kit/random.ts";
import { dwellingsOf, entrancesOf } from "./people/dwellings.ts";
import { householdsOf, settleResidents } from "./people/households.ts";
import type { Unit } from "./plan/units.ts";

/** The buildings of a site and everyone in them. */
export interface Stock {
  compounds: Compound[];
  buildings: Building[];
  entrances: Entrance[];
  dwellings: Dwelling[];
  households: Household[];
}

/** Shares seen in old urban estates; a community's own facts go before them. */
const USUAL_HOMES: Homes = {
  empty: 0.07,
  let: 0.12,
  elderlyAlone: 0.035,
  leftBehindChild: 0.008,
  residentsOf: {},
};

/** A lift is asked for from the seventh storey on (GB 50096 speaks of 16 m); older blocks have none. */
const STOREYS_WITH_LIFT = 8;

export function house(
  { slug, frame, homes }: SampleDefinition,
  site: Site,
  random: Random,
  nextPhone: () => string,
): Stock {
  const shares = { ...USUAL_HOMES, ...homes };
  const stock: Stock = {
    compounds: site.compounds.map(({ name, ring }) => ({
      id: idOf(slug, `compound/${name}`),
      name,
      boundary: toPolygon(frame, ring),
    })),
    buildings: [],
    entrances: [],
    dwellings: [],
    households: [],
  };
  for (const sketch of site.buildings) {
    const building = buildingOf(slug, frame, sketch);
    const entrances = entrancesOf(slug, building, sketch);
    const dwellings = dwellingsOf(slug, building, entrances, sketch, shares, random);
    const households = householdsOf(slug, dwellings, shares, random, nextPhone);
    const residents = shares.residentsOf[keyOf(sketch)];
    if (residents !== undefined) settleResidents(households, residents);
    stock.buildings.push(building);
    stock.entrances.push(...entrances);
    stock.dwellings.push(...dwellings);
    stock.households.push(...households);
  }
  return stock;
}

function buildingOf(slug: string, frame: Frame, sketch: BuildingSketch): Building {
  return {
    id: idOf(slug, `building/${keyOf(sketch)}`),
    compoundId: sketch.compound === null ? null : idOf(slug, `compound/${sketch.compound}`),
    name: sketch.name,
    kind: sketch.kind,
    address: sketch.address,
    storeys: sketch.storeys,
    heightMeters: Math.round(sketch.storeys * STOREY_METERS * 10) / 10,
    hasLift: sketch.homesPerFloor > 0 && sketch.storeys >= STOREYS_WITH_LIFT,
    footprint: toPolygon(frame, sketch.ring, sketch.holes),
  };
}

/** What the plan assigns: each building, or each entrance of one that is broken. */
export function unitsOf(
  site: Site,
  { buildings, entrances, dwellings, households }: Stock,
): Unit[] {
  const counts = new Map<string | null, number>();
  const raise = (id: string | null) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const byId = new Map(dwellings.map((dwelling) => [dwelling.id, dwelling]));
  for (const { dwellingId, buildingId } of households) {
    raise(buildingId);
    raise(byId.get(dwellingId)!.entranceId);
  }
  return site.buildings.flatMap((sketch, i): Unit[] => {
    const { id: buildingId } = buildings[i]!;
    const { zone } = sketch;
    if (!sketch.isBroken) {
      const middle = middleOf(sketch.ring);
      const count = counts.get(buildingId) ?? 0;
      return [{ buildingId, entranceId: null, zone, middle, households: count }];
    }
    return entrances
      .filter((entrance) => entrance.buildingId === buildingId)
      .map(({ id, ordinal }) => ({
        buildingId,
        entranceId: id,
        zone,
        middle: entranceSpot(sketch, ordinal),
        households: counts.get(id) ?? 0,
      }));
  });
}
