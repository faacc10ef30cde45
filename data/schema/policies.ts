import { sql } from "drizzle-orm";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";
import { type Action, rolesFor } from "../model/permissions.ts";

/** Every request of a person runs as this role, with `getu.actor` set to the account's id. */
export const appRole = pgRole("getu_app").existing();
/** Reads one whole community (`getu.reads`) for the cache that all share, without residents' names and phones. */
export const readerRole = pgRole("getu_reader").existing();

/** SQL that holds where the actor has a duty for the action in the row's whole community. */
export function isAllowed(action: Action, column = "community_id"): string {
  const roles = rolesFor(action).map((role) => `'${role}'`);
  return `${column} IN (SELECT getu_communities(ARRAY[${roles.join(", ")}]))`;
}

/** SQL that holds where the actor has a duty for one of the actions, wherever in the row's community. */
export function hasDutyAnywhere(...actions: Action[]): string {
  const roles = new Set(actions.flatMap((action) => rolesFor(action).map((role) => `'${role}'`)));
  return `community_id IN (SELECT getu_role_communities(ARRAY[${[...roles].join(", ")}]))`;
}

/** SQL that holds where the row's dwelling lies within the place of a duty for the action. */
export function isWithinPlace(action: Action): string {
  const roles = rolesFor(action).map((role) => `'${role}'`);
  return `dwelling_id IN (SELECT getu_dwellings(ARRAY[${roles.join(", ")}]))`;
}

/** The actor has a duty in the row's community, whichever. */
export const IS_MEMBER = "community_id IN (SELECT getu_member_communities())";
const IS_READ = "community_id = getu_reads()";

/** Who has a duty in the community sees the rows; who has one for `write` changes them. */
export function ownedByCommunity(table: string, write: Action) {
  return [
    ...seenBy(table, IS_MEMBER),
    pgPolicy(`${table}_write`, {
      for: "all",
      to: appRole,
      using: sql.raw(isAllowed(write)),
      withCheck: sql.raw(isAllowed(write)),
    }),
  ];
}

/** @param condition SQL: which rows an actor sees; the reader sees those of the community it reads */
export function seenBy(table: string, condition: string, read = IS_READ) {
  return [
    pgPolicy(`${table}_see`, { for: "select", to: appRole, using: sql.raw(condition) }),
    pgPolicy(`${table}_read`, { for: "select", to: readerRole, using: sql.raw(read) }),
  ];
}
