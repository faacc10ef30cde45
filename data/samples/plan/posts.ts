import type { Building, Compound, Duty, Person } from "../../model/bundle.ts";
import type { DutyPlaceType, Role } from "../../model/duties.ts";
import type { Posts } from "../definition.ts";
import { idOf } from "../kit/identity.ts";
import type { Random } from "../kit/random.ts";
import { inventedName } from "../people/names.ts";
import type { Division } from "./divide.ts";

export interface Staff {
  people: Person[];
  duties: Duty[];
}

interface Post {
  role: Role;
  placeType: DutyPlaceType;
  placeId: string;
}

/** Somebody for every post, from the plan's first day; who leaves, and where nobody came, is a mistake's. */
export function appoint(
  slug: string,
  posts: readonly Post[],
  startsOn: string,
  random: Random,
  nextPhone: () => string,
): Staff {
  const names = new Set<string>();
  const staff: Staff = { people: [], duties: [] };
  for (const { role, placeType, placeId } of posts) {
    const key = `${role}/${placeType}/${placeId}`;
    const person: Person = {
      id: idOf(slug, `person/${key}`),
      name: unusedName(random, names),
      phone: nextPhone(),
    };
    staff.people.push(person);
    staff.duties.push({
      id: idOf(slug, `duty/${key}`),
      personId: person.id,
      role,
      placeType,
      placeId,
      startsOn,
      endsOn: null,
    });
  }
  return staff;
}

/** Two people on duty in one community never share a name: the roster is read aloud. */
function unusedName(random: Random, names: Set<string>): string {
  for (;;) {
    const name = inventedName(random);
    if (!names.has(name)) {
      names.add(name);
      return name;
    }
  }
}

/** The posts of a community: those everyone has, and those of its own practice. */
export function postsOf(
  communityId: string,
  division: Division,
  compounds: readonly Compound[],
  homes: readonly Building[],
  wanted: Posts,
): Post[] {
  const every = (role: Role, placeType: DutyPlaceType, places: readonly { id: string }[]): Post[] =>
    places.map(({ id }) => ({ role, placeType, placeId: id }));
  const contacts = wanted.partyContacts;
  const common: Role[] = ["secretary", "planner", "inspector", ...(wanted.community ?? [])];
  return [
    ...common.map((role): Post => ({ role, placeType: "community", placeId: communityId })),
    ...every("grid-worker", "grid", division.grids),
    ...every("micro-grid-leader", "micro-grid", division.microGrids),
    ...(wanted.laneKeepers ? every("lane-keeper", "micro-grid", division.microGrids) : []),
    ...(wanted.buildingChiefs ? every("building-chief", "building", homes) : []),
    ...(contacts && contacts !== "buildings" ? every("party-contact", "compound", compounds) : []),
    ...(contacts && contacts !== "compounds" ? every("party-contact", "building", homes) : []),
  ];
}
