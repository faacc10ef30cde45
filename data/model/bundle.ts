import type { Geometry, MultiPolygon, Point, Polygon } from "geojson";
import type { AreaLevel, PartyOrganisationLevel } from "./areas.ts";
import type { BuildingKind, DwellingUse } from "./buildings.ts";
import type { CommunitySettings } from "./communities.ts";
import type { ContextKind } from "./context.ts";
import type { DutyPlaceType, Period, Role } from "./duties.ts";
import type { HouseholdTag, PartyStanding } from "./households.ts";
import type { PlaceKind } from "./places.ts";
import type { GridKind, PlanStatus } from "./plans.ts";

/**
 * Everything of one community as plain values, as the tables hold it without `communityId`.
 * The samples and the importer make it, the database loads it, cells and coverage are computed from it.
 * Ids are UUIDs; geometry is WGS 84, longitude first.
 */
export interface CommunityBundle {
  /** Outermost first: city, district, street. Shared between communities by id. */
  areas: Area[];
  community: Community;
  compounds: Compound[];
  buildings: Building[];
  entrances: Entrance[];
  dwellings: Dwelling[];
  households: Household[];
  places: Place[];
  context: ContextFeature[];
  people: Person[];
  duties: Duty[];
  leaves: Leave[];
  partyOrganisations: PartyOrganisation[];
  plans: Plan[];
  grids: Grid[];
  microGrids: MicroGrid[];
  planUnits: PlanUnit[];
}

/** A household without who it is. */
export type AnonymousHousehold = Omit<Household, "headName" | "phone">;

/** A community without its residents' names and phones: what is kept in memory for all who look. */
export type AnonymousBundle = Omit<CommunityBundle, "households"> & {
  households: AnonymousHousehold[];
};

export interface Area {
  id: string;
  parentId: string | null;
  level: AreaLevel;
  name: string;
  nameEn: string | null;
  /** Division code where it is known; never guessed. */
  code: string | null;
}

export interface Community {
  id: string;
  slug: string;
  name: string;
  nameEn: string | null;
  areaId: string | null;
  /** 12 digits, or null where it was not found. */
  code: string | null;
  boundary: MultiPolygon;
  settings: CommunitySettings;
  /** Invented ground and people: said in the data and on screen. */
  isInvented: boolean;
  /** Who must be named wherever the data is shown, such as "© OpenStreetMap contributors, ODbL 1.0". */
  attribution: string | null;
}

export interface Compound {
  id: string;
  name: string;
  boundary: Polygon | MultiPolygon | null;
}

export interface Building {
  id: string;
  compoundId: string | null;
  /** The number people use: 3号楼, 28号院, 418C. */
  name: string;
  kind: BuildingKind;
  /** Postal address, without the community's name. */
  address: string | null;
  storeys: number | null;
  heightMeters: number | null;
  hasLift: boolean;
  /** A point where no footprint is known. */
  footprint: Point | Polygon | MultiPolygon;
}

export interface Entrance {
  id: string;
  buildingId: string;
  /** 1单元; the ordinal runs along the building's long axis from its west or south end. */
  name: string;
  ordinal: number;
}

export interface Dwelling {
  id: string;
  buildingId: string;
  entranceId: string | null;
  /** 1 is the ground floor, -1 the first basement. */
  floor: number;
  /** The door's number: 302. */
  name: string;
  /** Place on its floor of its entrance, from 1. */
  ordinal: number;
  use: DwellingUse;
}

export interface Household {
  id: string;
  dwellingId: string;
  buildingId: string;
  headName: string;
  phone: string | null;
  residents: number;
  partyMembers: number;
  partyStanding: PartyStanding;
  tags: HouseholdTag[];
}

export interface Place {
  id: string;
  buildingId: string | null;
  kind: PlaceKind;
  name: string;
  address: string | null;
  areaSquareMeters: number | null;
  /** Day of the last inspection, ISO date. */
  inspectedOn: string | null;
  /** Rooms, opening hours and the like, as people would say them. */
  note: string | null;
  location: Point;
}

export interface ContextFeature {
  id: string;
  kind: ContextKind;
  name: string | null;
  geometry: Geometry;
}

export interface Person {
  id: string;
  name: string;
  phone: string | null;
}

export interface Duty extends Period {
  id: string;
  /** Null is a post that nobody holds. */
  personId: string | null;
  role: Role;
  placeType: DutyPlaceType;
  placeId: string;
}

/** An absence from a duty; without a stand-in nobody answers while it lasts. */
export interface Leave extends Period {
  id: string;
  dutyId: string;
  standInId: string | null;
}

export interface PartyOrganisation {
  id: string;
  parentId: string | null;
  level: PartyOrganisationLevel;
  name: string;
  compoundId: string | null;
  buildingId: string | null;
  gridId: string | null;
  householdId: string | null;
  secretaryId: string | null;
}

export interface Plan {
  id: string;
  name: string;
  status: PlanStatus;
  effectiveFrom: string | null;
  version: number;
}

/** A grid keeps its id from plan to plan, so that its duties and history stay with it. */
export interface Grid {
  id: string;
  planId: string;
  name: string;
  code: string | null;
  kind: GridKind;
  ordinal: number;
  /** The street office's own outline, where one was delivered. */
  outline: Polygon | MultiPolygon | null;
}

export interface MicroGrid {
  id: string;
  planId: string;
  gridId: string;
  name: string;
  ordinal: number;
}

/** What a plan assigns. `unitId` is the building's id, or the entrance's once the building is broken. */
export interface PlanUnit {
  planId: string;
  unitId: string;
  buildingId: string;
  entranceId: string | null;
  microGridId: string | null;
}
