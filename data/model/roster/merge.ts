import type { DutyPlaceType, Period, Role } from "../duties.ts";
import type { PlaceIndex, RosterPlace } from "./places.ts";
import type { RosterProblem, RosterProblemKind } from "./problems.ts";
import type { RosterReading, RosterRow } from "./rows.ts";

interface KnownPerson {
  id: string;
  name: string;
  phone: string | null;
  username: string | null;
}

interface KnownDuty extends Period {
  id: string;
  personId: string | null;
  role: Role;
  placeType: DutyPlaceType;
  placeId: string;
}

/** What a community has already. */
export interface KnownRoster {
  people: readonly KnownPerson[];
  duties: readonly KnownDuty[];
  /** Of the whole installation, in lower case. */
  usernames: ReadonlySet<string>;
}

export interface RosterRules {
  places: PlaceIndex;
  isUsername: (text: string) => boolean;
  makeId: () => string;
}

export interface RosterChange {
  row: number;
  name: string;
  person: "new" | "here";
  role: Role | null;
  placeName: string | null;
  duty: "new" | "here" | null;
  username: string | null;
}

/** What is to be written. */
export interface RosterPlan {
  people: Omit<KnownPerson, "username">[];
  /** `fills` is a vacant post that takes the person, instead of a duty beside it. */
  duties: (KnownDuty & { personId: string; fills: string | null })[];
  accounts: { personId: string; name: string; username: string }[];
  problems: RosterProblem[];
  changes: RosterChange[];
}

/** Compares a roster with what is there: whatever is there already is not doubled. */
export function planRoster(
  reading: RosterReading,
  known: KnownRoster,
  rules: RosterRules,
): RosterPlan {
  const merge = new Merge(reading.titles, known, rules);
  for (const row of reading.rows) merge.take(row);
  const problems = [...reading.problems, ...merge.plan.problems].sort((a, b) => a.row - b.row);
  return { ...merge.plan, problems };
}

class Merge {
  readonly plan: RosterPlan = { people: [], duties: [], accounts: [], problems: [], changes: [] };
  #people = new Map<string, KnownPerson[]>();
  #duties = new Map<string, KnownDuty[]>();
  #usernames: Set<string>;

  constructor(
    private readonly titles: RosterReading["titles"],
    known: KnownRoster,
    private readonly rules: RosterRules,
  ) {
    // Copies: what is noted in them is not the caller's.
    for (const person of known.people) add(this.#people, person.name, { ...person });
    for (const duty of known.duties) add(this.#duties, keyOf(duty), { ...duty });
    this.#usernames = new Set(known.usernames);
  }

  take(row: RosterRow): void {
    const place = this.#placeOf(row);
    if (place === undefined) return;
    const known = this.#personOf(row);
    const username = this.#usernameOf(row, known);
    if (username === undefined) return;
    const person = known ?? this.#newPerson(row);
    if (username !== null && person.username === null) {
      person.username = username;
      this.#usernames.add(username.toLowerCase());
      this.plan.accounts.push({ personId: person.id, name: person.name, username });
    }
    this.plan.changes.push({
      ...{ row: row.row, name: row.name, role: row.role, username },
      person: known ? "here" : "new",
      placeName: place?.name ?? null,
      duty: place && row.role ? this.#takeDuty(row, row.role, place, person.id) : null,
    });
  }

  /** Null for a row without a duty, undefined for a place that is not found. */
  #placeOf(row: RosterRow): RosterPlace | null | undefined {
    if (row.role === null) return null;
    const answer = this.rules.places.find(row.role, row.places);
    if ("place" in answer) return answer.place;
    const column = this.titles.place ?? this.titles[firstOf(row.places) ?? "place"] ?? null;
    this.#note(row, answer.problem, column, answer.written || null);
    return undefined;
  }

  /** The same name and phone is the same person; without a phone, the only one of the name. */
  #personOf({ name, phone }: RosterRow): KnownPerson | undefined {
    const named = this.#people.get(name) ?? [];
    const same = named.find((person) => digitsOf(person.phone) === digitsOf(phone));
    return same ?? (phone === null && named.length === 1 ? named[0] : undefined);
  }

  #usernameOf(row: RosterRow, known: KnownPerson | undefined): string | null | undefined {
    const { username } = row;
    if (username === null) return null;
    if (known?.username?.toLowerCase() === username.toLowerCase()) return known.username;
    const column = this.titles.username ?? null;
    const refuse = (kind: RosterProblemKind) => this.#note(row, kind, column, username);
    if (!this.rules.isUsername(username)) return refuse("bad-username");
    if (known?.username) return refuse("several-accounts");
    if (this.#usernames.has(username.toLowerCase())) return refuse("username-taken");
    return username;
  }

  #newPerson({ name, phone }: RosterRow): KnownPerson {
    const person = { id: this.rules.makeId(), name, phone, username: null };
    add(this.#people, name, person);
    this.plan.people.push({ id: person.id, name, phone });
    return person;
  }

  #takeDuty(row: RosterRow, role: Role, place: RosterPlace, personId: string): "new" | "here" {
    const { startsOn, endsOn } = row;
    const post = { role, placeType: place.type, placeId: place.id };
    const there = this.#duties.get(keyOf(post)) ?? [];
    const overlaps = (duty: Period) =>
      (duty.endsOn === null || duty.endsOn >= startsOn) &&
      (endsOn === null || duty.startsOn <= endsOn);
    if (there.some((duty) => duty.personId === personId && overlaps(duty))) return "here";
    const vacant = there.find((duty) => duty.personId === null && overlaps(duty));
    const duty = { id: vacant?.id ?? this.rules.makeId(), ...post, personId, startsOn, endsOn };
    if (vacant) vacant.personId = personId;
    else add(this.#duties, keyOf(post), duty);
    this.plan.duties.push({ ...duty, fills: vacant?.id ?? null });
    return "new";
  }

  #note({ row }: RosterRow, kind: RosterProblemKind, column: string | null, value: string | null) {
    this.plan.problems.push({ row, column, kind, value });
    return undefined;
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function keyOf({ role, placeType, placeId }: Pick<KnownDuty, "role" | "placeType" | "placeId">) {
  return `${role} ${placeType} ${placeId}`;
}

function digitsOf(phone: string | null): string {
  return (phone ?? "").replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "");
}

function firstOf(places: RosterRow["places"]) {
  return (Object.keys(places) as (keyof RosterRow["places"])[])[0];
}
