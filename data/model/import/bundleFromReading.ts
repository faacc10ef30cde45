import type { MultiPolygon, Polygon } from "geojson";
import type { Building, CommunityBundle } from "../bundle.ts";
import { DEFAULT_SETTINGS } from "../communities.ts";
import { boundaryAround } from "./boundary.ts";
import { storeysOf } from "./kinds.ts";
import type { FootprintReading, ReadBuilding } from "./reading.ts";

/**
 * From here on a residence must have a lift. Source: GB 50096 (seven storeys, or an entrance above
 * 16 m).
 */
const LIFT_STOREYS = 7;

export interface NewCommunity {
  name: string;
  slug: string;
  /** Makes a new UUID each time. */
  makeId: () => string;
  /** Drawn around the buildings where absent. */
  boundary?: Polygon | MultiPolygon;
  /** What to call the building without name or number with this ordinal: 未编号 1. */
  defaultName: (ordinal: number) => string;
  planName: string;
  /** ISO date on which the empty plan takes effect. */
  today: string;
  attribution: string | null;
}

/**
 * A community with its buildings and a plan in force that assigns none of them: coverage shows what
 * is to be done.
 */
export function bundleFromReading(
  reading: Pick<FootprintReading, "buildings">,
  options: NewCommunity,
): CommunityBundle {
  const { name, slug, makeId, attribution } = options;
  const boundary =
    options.boundary ?? boundaryAround(reading.buildings.map(({ geometry }) => geometry));
  return {
    areas: [],
    community: {
      id: makeId(),
      slug,
      name,
      nameEn: null,
      areaId: null,
      code: null,
      boundary: asMultiPolygon(boundary),
      settings: structuredClone(DEFAULT_SETTINGS),
      isInvented: false,
      attribution,
    },
    compounds: [],
    buildings: reading.buildings.map((building) => buildingFrom(building, options)),
    entrances: [],
    dwellings: [],
    households: [],
    places: [],
    context: [],
    people: [],
    duties: [],
    leaves: [],
    partyOrganisations: [],
    plans: [
      {
        id: makeId(),
        name: options.planName,
        status: "in-force",
        effectiveFrom: options.today,
        version: 1,
      },
    ],
    grids: [],
    microGrids: [],
    planUnits: [],
  };
}

/** A building of a file, listed in no compound. */
export function buildingFrom(
  building: ReadBuilding,
  { makeId, defaultName }: Pick<NewCommunity, "makeId" | "defaultName">,
): Building {
  return {
    id: makeId(),
    compoundId: null,
    name: building.name ?? defaultName(building.ordinal ?? building.row),
    kind: building.kind,
    address: building.address,
    storeys: building.storeys,
    heightMeters: building.heightMeters,
    hasLift: (storeysOf(building) ?? 0) >= LIFT_STOREYS,
    footprint: building.geometry,
  };
}

function asMultiPolygon(boundary: Polygon | MultiPolygon): MultiPolygon {
  if (boundary.type === "MultiPolygon") return boundary;
  return { type: "MultiPolygon", coordinates: [boundary.coordinates] };
}
