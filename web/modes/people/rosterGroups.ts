import type { DutyRow, PersonSummary } from "#data/model/answers/people.ts";
import { isCurrent, type Role, ROLES } from "#data/model/duties.ts";
import { compareNatural } from "#data/model/search.ts";
import type { PlaceNames } from "./places.ts";

export const ROSTER_ORDERS = ["role", "grid"] as const;
export type RosterOrder = (typeof ROSTER_ORDERS)[number];

/**
 * People who stand together: of one role, of one grid, of more than a grid, of a place in no grid, or
 * without a duty.
 */
export type RosterGroup = { people: PersonSummary[] } & (
  | { kind: "role"; role: Role }
  | { kind: "grid"; gridId: string; name: string }
  | { kind: "community" | "no-grid" }
  | { kind: "no-duty" }
);

/** Somebody who is away today while nobody stands in. */
export interface OpenAbsence {
  person: PersonSummary;
  duty: DutyRow;
}

export function groupKey(group: RosterGroup): string {
  if (group.kind === "role") return group.role;
  return group.kind === "grid" ? group.gridId : group.kind;
}

/** By role in the order of `ROLES`; somebody with two roles stands in both. */
export function groupByRole(people: readonly PersonSummary[]): RosterGroup[] {
  const groups = ROLES.map((role): RosterGroup => {
    const held = people.filter((person) => heldBy(person).some((duty) => duty.role === role));
    return { kind: "role", role, people: held };
  });
  return [...groups, withoutDuty(people)].filter(isFilled);
}

/** By the grid that what they answer for lies in; compounds stand with the whole community. */
export function groupByGrid(people: readonly PersonSummary[], places: PlaceNames): RosterGroup[] {
  const keysOf = new Map(
    people.map((person) => [person, new Set(heldBy(person).map((duty) => gridKey(duty, places)))]),
  );
  const among = (key: string) => people.filter((person) => keysOf.get(person)?.has(key));
  const grids = places.list("grid").toSorted((a, b) => compareNatural(a.name, b.name));
  return [
    { kind: "community" as const, people: among("community") },
    ...grids.map(({ id, name }): RosterGroup => {
      return { kind: "grid", gridId: id, name, people: among(id) };
    }),
    { kind: "no-grid" as const, people: among("no-grid") },
    withoutDuty(people),
  ].filter(isFilled);
}

function gridKey({ placeType, placeId }: DutyRow, places: PlaceNames): string {
  if (placeType === "community" || placeType === "compound") return "community";
  // A grid of a plan that is no longer in force is none of today's.
  const gridId = placeType === "grid" ? placeId : places.find(placeId)?.gridId;
  return gridId && places.find(gridId) ? gridId : "no-grid";
}

/** Duties that are away today and that nobody does in their place. */
export function openAbsences(people: readonly PersonSummary[], today: string): OpenAbsence[] {
  return people.flatMap((person) =>
    person.duties
      .filter(
        ({ state, leave }) =>
          state === "current" && leave && !leave.standIn && isCurrent(leave, today),
      )
      .map((duty) => ({ person, duty })),
  );
}

/** What is done today or will be. */
export function heldBy({ duties }: PersonSummary): DutyRow[] {
  return duties.filter(({ state }) => state !== "ended");
}

function withoutDuty(people: readonly PersonSummary[]): RosterGroup {
  return { kind: "no-duty", people: people.filter((person) => heldBy(person).length === 0) };
}

function isFilled({ people }: RosterGroup): boolean {
  return people.length > 0;
}
