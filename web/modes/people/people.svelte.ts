import type { PersonDetail, PersonSummary, PostRow } from "#data/model/answers/people.ts";
import { listPeople, listVacantPosts, readPerson } from "./calls.ts";
import { type PlaceNames, readPlaceNames } from "./places.ts";

/** The roster of a community as it is read, and read again when it changes. */
export class RosterState {
  #people: PersonSummary[] | undefined = $state.raw();
  #vacant: PostRow[] = $state.raw([]);
  #places: PlaceNames | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #slug: string | undefined;

  /** Undefined before the first answer. */
  readonly people: PersonSummary[] | undefined = $derived(this.#people);
  readonly vacant: PostRow[] = $derived(this.#vacant);
  readonly places: PlaceNames | undefined = $derived(this.#places);
  /** Why the last reading failed; what is shown is then from an earlier one. */
  readonly problem: unknown = $derived(this.#problem);

  /** Reads everything. @returns its own undo */
  open(slug: string, community: { id: string; name: string }): () => void {
    if (this.#slug !== slug) this.#people = undefined;
    this.#slug = slug;
    const abort = new AbortController();
    void this.#read(slug, community, abort.signal);
    return () => abort.abort();
  }

  async #read(
    slug: string,
    community: { id: string; name: string },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const [people, vacant, places] = await Promise.all([
        listPeople(slug, signal),
        listVacantPosts(slug, signal),
        readPlaceNames(slug, community, signal),
      ]);
      if (signal.aborted) return;
      this.#people = people;
      this.#vacant = vacant;
      this.#places = places;
      this.#problem = undefined;
    } catch (error) {
      if (!signal.aborted) this.#problem = error;
    }
  }
}

/** One person's page as it is read. */
export class PersonState {
  #person: PersonDetail | undefined = $state.raw();
  #problem: unknown = $state.raw();

  readonly person: PersonDetail | undefined = $derived(this.#person);
  readonly problem: unknown = $derived(this.#problem);

  /** Reads them, again if it is who is shown, who then stays in sight. @returns its own undo */
  open(slug: string, id: string): () => void {
    if (this.#person?.id !== id) this.#person = undefined;
    const abort = new AbortController();
    void this.#read(slug, id, abort.signal);
    return () => abort.abort();
  }

  async #read(slug: string, id: string, signal: AbortSignal): Promise<void> {
    try {
      const person = await readPerson({ slug, id }, signal);
      if (signal.aborted) return;
      this.#person = person;
      this.#problem = undefined;
    } catch (error) {
      if (!signal.aborted) this.#problem = error;
    }
  }
}
