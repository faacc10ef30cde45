import type { BuildingGround, CompoundGround, GroundChoices } from "#data/model/answers/ground.ts";
import { readBuilding, readChoices, readCompound } from "./calls.ts";

export type EditedThing =
  { type: "building"; ground: BuildingGround } | { type: "compound"; ground: CompoundGround };

/** What is being edited, as it was read; it is not read again while somebody is at it. */
export class GroundReading {
  #choices: GroundChoices | undefined = $state.raw();
  #thing: EditedThing | undefined = $state.raw();
  #problem: unknown = $state.raw();
  /** Counts what was read or saved: a form is made anew for each. */
  #edition = $state.raw(0);
  #isSaved = $state.raw(false);

  readonly choices: GroundChoices | undefined = $derived(this.#choices);
  readonly thing: EditedThing | undefined = $derived(this.#thing);
  readonly problem: unknown = $derived(this.#problem);
  readonly edition: number = $derived(this.#edition);
  readonly isSaved: boolean = $derived(this.#isSaved);

  /** @returns its own undo */
  openChoices(slug: string): () => void {
    return this.#read(async (signal) => (this.#choices = await readChoices(slug, signal)));
  }

  /** @returns its own undo */
  open(slug: string, type: EditedThing["type"], id: string): () => void {
    if (this.#thing?.ground.id === id) return () => undefined;
    this.#thing = undefined;
    this.#problem = undefined;
    return this.#read(async (signal) => {
      this.#isSaved = false;
      this.#thing = await readThing(slug, type, id, signal);
      this.#edition += 1;
    });
  }

  /** What the server answered to a save. */
  take(thing: EditedThing): void {
    this.#thing = thing;
    this.#isSaved = true;
    this.#edition += 1;
  }

  close(): void {
    this.#thing = undefined;
    this.#problem = undefined;
  }

  #read(work: (signal: AbortSignal) => Promise<unknown>): () => void {
    const abort = new AbortController();
    work(abort.signal).catch((problem: unknown) => {
      if (!abort.signal.aborted) this.#problem = problem;
    });
    return () => abort.abort();
  }
}

async function readThing(
  slug: string,
  type: EditedThing["type"],
  id: string,
  signal: AbortSignal,
): Promise<EditedThing> {
  return type === "building"
    ? { type, ground: await readBuilding({ slug, id }, signal) }
    : { type, ground: await readCompound({ slug, id }, signal) };
}
