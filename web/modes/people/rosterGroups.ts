import type { DutyRow, PersonSummary } from "#data/model/answers/people.ts";
import { isCurrent, type Role, ROLES } from "#data/model/duties.ts";
import { compareNatural } from "#data/model/search.ts";
import type { PlaceNames } from "./places.ts";

export const ROSTER_ORDERS = ["role", "grid"] as const;
export type RosterOrder = (typeof ROSTER_ORDERS)[number];

/** People who stand together: of one role, of one grid, of no grid, or without a duty. */
export type RosterGroup = { people: PersonSummary[] } & (
  | { kind: "role"; role: Role }
  | { kind: "grid"; gridId: string; name: string }
  | { kind: "community" }
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

/** By the grid that what they answer for lies in; a whole community or compound lies in none. */
export function groupByGrid(people: readonly PersonSummary[], places: PlaceNames): RosterGroup[] {
  const gridsOf = (person: PersonSummary) =>
    new Set(heldBy(person).map((duty) => places.gridOf(duty.placeType, duty.placeId)));
  const groups = places
    .list("grid")
    .toSorted((a, b) => compareNatural(a.name, b.name))
    .map(({ id, name }): RosterGroup => {
      const here = people.filter((person) => gridsOf(person).has(id));
      return { kind: "grid", gridId: id, name, people: here };
    });
  const everywhere = people.filter((person) => gridsOf(person).has(null));
  return [
    { kind: "community" as const, people: everywhere },
    ...groups,
    withoutDuty(people),
  ].filter(isFilled);
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
