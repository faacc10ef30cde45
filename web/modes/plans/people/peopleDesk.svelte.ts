import type { Capacity, PlanPerson } from "#data/model/answers/planPeople.ts";
import { figureLimits } from "#data/model/planning/figures/limits.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import { loadOf } from "#data/model/load.ts";
import {
  type Holders,
  holdersOf,
  loadsOfPersons,
  PLACE_TYPE_OF_ROLE,
  withPostsToCome,
} from "#data/model/planning/posts.ts";
import {
  type PlanState,
  type PostKey,
  postKey,
  type PostPlace,
} from "#data/model/planning/state.ts";
import { type PostNeed, postNeeds, type PostStatus } from "#data/model/planning/vacancies.ts";
import type { PostRole } from "#data/model/plans.ts";
import { keptFor } from "#web/state/keptFor.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { readPlanPeople, saveCapacity } from "../planPeople.ts";

/** Somebody who is being dragged, and the place they are taken from; null from the list of people. */
export interface Dragged {
  personId: string;
  from: string | null;
}

/** Who is to answer for what in a draft, and what each of them would have to carry. */
export class PeopleDesk {
  #people: PlanPerson[] | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #role: PostRole = $state.raw("grid-worker");
  #chosen: ReadonlySet<string> = $state.raw(new Set<string>());
  #filter: PostStatus | null = $state.raw(null);
  #dragged: Dragged | null = $state.raw(null);

  /** Undefined until they are read. */
  readonly people: PlanPerson[] | undefined = $derived(this.#people);
  readonly problem: unknown = $derived(this.#problem);
  readonly role: PostRole = $derived(this.#role);
  /** Places that are given to somebody together. */
  readonly chosen: ReadonlySet<string> = $derived(this.#chosen);
  readonly filter: PostStatus | null = $derived(this.#filter);
  readonly dragged: Dragged | null = $derived(this.#dragged);
  readonly persons: ReadonlyMap<string, PlanPerson> = $derived(
    new Map(this.#people?.map((person) => [person.id, person])),
  );
  readonly holders: Holders = $derived.by(() =>
    holdersOf(withPostsToCome(this.draft.state, this.draft.detail.status), this.#people ?? []),
  );
  readonly loads: ReadonlyMap<string, number> = $derived.by(() => {
    const { state, units } = this.draft;
    return loadsOfPersons(state, this.holders, units, this.#role, this.loadOf);
  });
  /** What somebody can take who has no limit of their own; null where the community sets none. */
  readonly limit: number | null = $derived.by(() => {
    const level = LEVELS[this.#role];
    if (level === null) return null;
    const sum = (of: (unit: PlanningUnit) => number) =>
      this.draft.units.reduce((total, unit) => total + of(unit), 0);
    const totals = { households: sum((unit) => unit.households), load: sum(this.loadOf) };
    return figureLimits(this.draft.settings, level, "load", { ...totals, groups: 1 }).most;
  });
  /** By the id of the place. */
  readonly needs: ReadonlyMap<string, PostNeed> = $derived.by(() => {
    const { state, units } = this.draft;
    const isOverloaded = (id: string) => this.isOverloaded(id);
    const { holders, loadOf } = this;
    return postNeeds({ state, holders, units, loadOf, isOverloaded }, this.#role);
  });
  /** Which places each person has in the plan, in this role. */
  readonly placesOf: ReadonlyMap<string, readonly string[]> = $derived.by(() => {
    const places = new Map<string, string[]>();
    for (const { placeId, holders } of this.needs.values()) {
      for (const { personId } of holders) {
        places.set(personId, [...(places.get(personId) ?? []), placeId]);
      }
    }
    return places;
  });

  constructor(readonly draft: PlanDraft) {}

  readonly loadOf = (unit: PlanningUnit): number => loadOf(unit, this.draft.weights);

  async read(): Promise<void> {
    try {
      this.#people = await readPlanPeople(this.draft.slug, this.draft.detail);
      this.#problem = undefined;
    } catch (problem) {
      this.#problem = problem;
    }
  }

  goTo(role: PostRole): void {
    this.#role = role;
    this.#chosen = new Set();
    this.#filter = null;
  }

  /** Only places of this status; the same again shows all. */
  filterBy(status: PostStatus): void {
    this.#filter = this.#filter === status ? null : status;
  }

  choose(placeId: string, isChosen: boolean): void {
    const chosen = new Set(this.#chosen);
    if (isChosen) chosen.add(placeId);
    else chosen.delete(placeId);
    this.#chosen = chosen;
  }

  chooseAll(placeIds: readonly string[]): void {
    this.#chosen = new Set(placeIds);
  }

  capacityOf(personId: string): number | null {
    const own = this.persons.get(personId)?.capacities.find(({ role }) => role === this.#role);
    return own?.load ?? this.limit;
  }

  isOverloaded(personId: string): boolean {
    const capacity = this.capacityOf(personId);
    return capacity !== null && (this.loads.get(personId) ?? 0) > capacity;
  }

  keyAt(placeId: string): PostKey {
    return postKey({ role: this.#role, placeType: PLACE_TYPE_OF_ROLE[this.#role], placeId });
  }

  /** Who holds the post today, whatever the plan says. */
  todayAt(placeId: string): string[] {
    const key = this.keyAt(placeId);
    return (this.#people ?? [])
      .filter(({ posts }) => posts.some((post) => postKey(post) === key))
      .map(({ id }) => id);
  }

  /** In place of those who are there, or beside them. */
  assign(placeIds: readonly string[], personId: string, isBeside: boolean): void {
    this.#put(placeIds, (now) => (isBeside ? [...new Set([...now, personId])] : [personId]));
  }

  dismiss(placeId: string, personId: string): void {
    this.#put([placeId], (now) => now.filter((id) => id !== personId));
  }

  /** From one place to another in one step. */
  move(personId: string, from: string, to: string): void {
    if (from === to) return;
    const change = [
      ...this.#posts([from], (now) => now.filter((id) => id !== personId)),
      ...this.#posts([to], (now) => [...new Set([...now, personId])]),
    ];
    this.draft.apply({ posts: change });
  }

  vacate(placeIds: readonly string[]): void {
    this.#put(placeIds, () => []);
  }

  drag(dragged: Dragged | null): void {
    this.#dragged = dragged;
  }

  /** Where the dragged person is let go: taken from a place they move, from the list they get one more. */
  drop(placeId: string): void {
    const dragged = this.#dragged;
    this.#dragged = null;
    if (!dragged) return;
    if (dragged.from === null) this.assign([placeId], dragged.personId, true);
    else this.move(dragged.personId, dragged.from, placeId);
  }

  /** Whoever holds them today. */
  leaveAsToday(placeIds: readonly string[]): void {
    this.draft.apply({ posts: placeIds.map((placeId) => [this.#place(placeId), null]) });
    this.#chosen = new Set();
  }

  /** @throws ApiProblem */
  async setCapacity(personId: string, load: number | null): Promise<void> {
    const capacity: Capacity = { role: this.#role, load };
    await saveCapacity(this.draft.slug, personId, capacity);
    this.#people = this.#people?.map((person) => {
      if (person.id !== personId) return person;
      const others = person.capacities.filter(({ role }) => role !== capacity.role);
      const own = load === null ? [] : [{ role: capacity.role, load }];
      return { ...person, capacities: [...others, ...own] };
    });
  }

  #place(placeId: string): PostPlace {
    return { role: this.#role, placeType: PLACE_TYPE_OF_ROLE[this.#role], placeId };
  }

  #put(placeIds: readonly string[], next: (now: string[]) => string[]): void {
    this.draft.apply({ posts: this.#posts(placeIds, next) });
    this.#chosen = new Set();
  }

  /** What comes out as it is today is left to today's duties. */
  #posts(placeIds: readonly string[], next: (now: string[]) => string[]) {
    const { posts }: PlanState = this.draft.state;
    return placeIds.flatMap((placeId): [PostPlace, string[] | null][] => {
      const now = (this.holders.get(this.keyAt(placeId)) ?? []).map(({ personId }) => personId);
      const wanted = next(now);
      const today = this.todayAt(placeId);
      const isAsToday =
        wanted.length > 0 &&
        wanted.length === today.length &&
        wanted.every((id) => today.includes(id));
      if (isAsToday && !posts.has(this.keyAt(placeId))) return [];
      return [[this.#place(placeId), isAsToday ? null : wanted]];
    });
  }
}

/** The limits that hold for whom. */
const LEVELS = {
  "grid-worker": "grid",
  "micro-grid-leader": "micro-grid",
  "building-chief": null,
  "party-contact": null,
} as const satisfies Record<PostRole, "grid" | "micro-grid" | null>;

/** One for each draft: the role that was looked at stays while the person paints in between. */
export const peopleDeskOf = keptFor((draft: PlanDraft) => new PeopleDesk(draft));
