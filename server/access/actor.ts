import type { DutyPlaceType, Role } from "#data/model/duties.ts";

/** On whose behalf something is done. */
export type Actor = PersonActor | ProgramActor | Nobody;

/** Somebody who signed in. */
export interface PersonActor {
  kind: "person";
  /** The account. */
  userId: string;
  username: string;
  name: string;
  rights: Rights;
}

/** Getu itself, at its start or at a terminal: whoever may start it holds the database anyway. */
export interface ProgramActor {
  kind: "program";
}

export interface Nobody {
  kind: "nobody";
}

export const PROGRAM: ProgramActor = { kind: "program" };
export const NOBODY: Nobody = { kind: "nobody" };

/** What somebody holds today, as the database says under its row-level security. */
export interface Rights {
  isAdmin: boolean;
  /** By the community's address, in the order of their age. */
  memberships: Map<string, Membership>;
}

export interface Membership {
  communityId: string;
  slug: string;
  duties: HeldDuty[];
}

export interface HeldDuty {
  dutyId: string;
  role: Role;
  placeType: DutyPlaceType;
  placeId: string;
  /** In the place of somebody who is away. */
  standsIn: boolean;
}

export const NO_RIGHTS: Rights = { isAdmin: false, memberships: new Map() };
