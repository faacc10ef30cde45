import type { CommunitySettings } from "../model/communities.ts";
import type { Role } from "../model/duties.ts";
import type { PlaceKind } from "../model/places.ts";
import type { GridKind } from "../model/plans.ts";
import type { Frame } from "./ground/frame.ts";
import type { Ring } from "./ground/plane.ts";
import type { Site } from "./ground/site.ts";
import type { Order } from "./plan/units.ts";

/** What one file under `communities/` says about its community: its facts, and how its ground is drawn. */
export interface SampleDefinition {
  slug: string;
  name: string;
  nameEn: string;
  /** Key of the innermost area it lies in (areas.ts). */
  area: string;
  frame: Frame;
  settings?: Partial<CommunitySettings>;
  attribution?: string;
  /** Anticlockwise. */
  boundary: Ring;
  /** Puts the ground onto an empty site. */
  draw(site: Site): void;
  homes?: Partial<Homes>;
  division: readonly ZoneDivision[];
  /** The street office's own outlines, by grid name. */
  outlines?: Readonly<Record<string, Ring>>;
  posts?: Posts;
  /** None where there is no such organisation. */
  party?: Party;
  places: readonly PlaceSketch[];
}

/** Shares of dwellings and households, 0 to 1. */
export interface Homes {
  empty: number;
  let: number;
  elderlyAlone: number;
  leftBehindChild: number;
  /** Totals of residents that a report gives for one building. */
  residentsOf: Readonly<Record<string, number>>;
}

/** The grids of one zone in the order of its units (west to east, north to south), by micro-grids. */
export interface ZoneDivision {
  zone: string;
  grids: readonly { microGrids: number; kind?: GridKind; name?: string }[];
  /** How the zone is walked; `compact` halves it again and again instead, for ground without rows. */
  order?: Order;
}

/** The practices that put more people in place than the posts every community has. */
export interface Posts {
  buildingChiefs?: boolean;
  /** Chiefs and contacts for what nobody lives in, too. */
  everyBuilding?: boolean;
  partyContacts?: "buildings" | "compounds" | "both";
  laneKeepers?: boolean;
  /** Further posts for the whole community. */
  community?: readonly Role[];
}

export interface Party {
  /** Party members living in the community. */
  members: number;
  centreHouseholds: number;
  /** What the community's own organisation is called. */
  name: string;
  compoundBranches?: boolean;
  gridGroups?: boolean;
  /** One group for each of so many buildings, the largest first. */
  buildingGroups?: number;
}

export interface PlaceSketch {
  kind: PlaceKind;
  name: string;
  /** Key of the building it is in. */
  building: string;
  /** 0 at the west end of its building, 1 at the east end. */
  along: number;
  /** The side of the building it opens to; south unless said. */
  side?: "south" | "north" | "middle";
  areaSquareMeters?: number;
  note?: string;
}
