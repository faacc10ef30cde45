import type { AnonymousBundle, Duty, Leave, Person } from "./bundle.ts";
import { type DutyPlaceType, isCurrent, type Role } from "./duties.ts";
import { groupBy } from "./groupBy.ts";

export interface DutyPlace {
  type: DutyPlaceType;
  id: string;
}

/** Somebody who answers for a place today: the holder of the duty, or who stands in for them. */
export interface Answering {
  person: Person;
  dutyId: string;
  standInFor?: Person;
}

/** A holder who is away today while nobody stands in; of several leaves, the one that ends last. */
export interface Absence {
  duty: Duty;
  person: Person;
  leave: Leave;
}

/** The duties of one role at one place on one day, by who is there to do them. */
export interface Posts {
  answering: Answering[];
  /** Posts nobody holds. */
  vacant: Duty[];
  onLeave: Absence[];
}

/** Who answers for what on one day. Build it once with `rosterOn`, then ask as often as needed. */
export interface Roster {
  today: string;
  postsByPlace: ReadonlyMap<string, Posts>;
}

/** `today` is an ISO date. Duties that have not begun or are over count for nothing, not as vacant. */
export function rosterOn(
  { duties, leaves, people }: Pick<AnonymousBundle, "duties" | "leaves" | "people">,
  today: string,
): Roster {
  const personOf = new Map(people.map((person) => [person.id, person]));
  const isToday = (period: Duty | Leave) => isCurrent(period, today);
  const lastEndFirst = leaves.filter(isToday).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  const leavesOf = groupBy(lastEndFirst, ({ dutyId }) => dutyId);
  const postsByPlace = new Map<string, Posts>();
  for (const [key, group] of groupBy(duties.filter(isToday), keyOfDuty)) {
    const posts: Posts = { answering: [], vacant: [], onLeave: [] };
    for (const duty of group) sortInto(posts, duty, leavesOf.get(duty.id) ?? [], personOf);
    postsByPlace.set(key, posts);
  }
  return { today, postsByPlace };
}

/** An open leave ends after every date. */
function endOf({ endsOn }: Leave): string {
  return endsOn ?? "9999-12-31";
}

function sortInto(posts: Posts, duty: Duty, leaves: Leave[], personOf: Map<string, Person>): void {
  const person = personOf.get(duty.personId ?? "");
  if (!person) {
    posts.vacant.push(duty);
    return;
  }
  const [leave] = leaves;
  if (!leave) {
    posts.answering.push({ person, dutyId: duty.id });
    return;
  }
  // Nobody stands in for themselves.
  const standIn = leaves.find(({ standInId }) => standInId && standInId !== person.id)?.standInId;
  const other = personOf.get(standIn ?? "");
  if (other) posts.answering.push({ person: other, dutyId: duty.id, standInFor: person });
  else posts.onLeave.push({ duty, person, leave });
}

/** Everyone who answers for the place in that role on the roster's day. */
export function answering(roster: Roster, place: DutyPlace, role: Role): Answering[] {
  return postsAt(roster, place, role).answering;
}

/** Who answers, which posts are vacant, and who is away without a stand-in. */
export function postsAt(roster: Roster, place: DutyPlace, role: Role): Posts {
  return roster.postsByPlace.get(keyOf(place.type, place.id, role)) ?? NO_POSTS;
}

const NO_POSTS: Posts = { answering: [], vacant: [], onLeave: [] };

function keyOfDuty({ placeType, placeId, role }: Duty): string {
  return keyOf(placeType, placeId, role);
}

function keyOf(placeType: DutyPlaceType, placeId: string, role: Role): string {
  return `${placeType} ${placeId} ${role}`;
}
