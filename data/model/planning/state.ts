import type { MultiPolygon, Polygon } from "geojson";
import type { GridKind, HeldPlaceType, PostPlaceType, PostRole } from "../plans.ts";

export interface GridFacts {
  name: string;
  code: string | null;
  kind: GridKind;
  /** Place in the list, from 1. */
  ordinal: number;
  /** Neither painting nor a proposal changes a locked one. */
  isLocked: boolean;
  /** The street office's own outline, where one was delivered. WGS 84. */
  outline: Polygon | MultiPolygon | null;
}

export interface MicroGridFacts {
  gridId: string;
  name: string;
  /** Place in its grid, from 1. */
  ordinal: number;
  isLocked: boolean;
}

export interface PostPlace {
  role: PostRole;
  placeType: PostPlaceType;
  placeId: string;
}

/** A post as the key of a map: `grid-worker grid <id>`. */
export type PostKey = `${PostRole} ${PostPlaceType} ${string}`;

/** The same of a place that somebody answers for, whether or not plans give it out. */
export type HeldKey = `${PostRole} ${HeldPlaceType} ${string}`;
export interface HeldPlace<Type extends HeldPlaceType = HeldPlaceType> {
  role: PostRole;
  placeType: Type;
  placeId: string;
}

/**
 * A division of a community as a value: unit → micro-grid → grid (DESIGN §3). Never changed in place:
 * `applyChange` makes the next one. A unit has at most one micro-grid here, so nothing can be doubled.
 */
export interface PlanState {
  grids: ReadonlyMap<string, GridFacts>;
  microGrids: ReadonlyMap<string, MicroGridFacts>;
  /** Unit → micro-grid. What is not in it is uncovered; what is in no building of the ground is ignored. */
  units: ReadonlyMap<string, string>;
  /** Buildings whose entrances are the units. */
  broken: ReadonlySet<string>;
  /** Who is to answer where the plan says so; every other post keeps whoever holds it. Empty: vacant. */
  posts: ReadonlyMap<PostKey, readonly string[]>;
}

export const EMPTY_STATE: PlanState = {
  grids: new Map(),
  microGrids: new Map(),
  units: new Map(),
  broken: new Set(),
  posts: new Map(),
};

export function postKey<Type extends HeldPlaceType>({
  role,
  placeType,
  placeId,
}: HeldPlace<Type>): `${PostRole} ${Type} ${string}` {
  return `${role} ${placeType} ${placeId}`;
}

export function postPlace(key: PostKey): PostPlace {
  const [role, placeType, placeId] = key.split(" ") as [PostRole, PostPlaceType, string];
  return { role, placeType, placeId };
}

/** The grid a unit lies in; undefined where it is uncovered. */
export function gridOfUnit(state: PlanState, unitId: string): string | undefined {
  return state.microGrids.get(state.units.get(unitId) ?? "")?.gridId;
}
