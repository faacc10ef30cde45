import type { LastInspections } from "#data/model/answers/inspections.ts";
import { countByPlace, type HazardCount, type PlacedHazard } from "#data/model/hazards/byPlace.ts";
import { fetchOrThrow } from "#web/api.ts";
import { communityAddress } from "./hazards/calls.ts";
import type { ColourTarget } from "./view.ts";

/** Clocks say minutes. */
const TICK_MS = 60_000;

/**
 * What the map can be coloured by and no layer of the ground says: it changes all day, and the ground
 * would have to be sent again each time. Joined by the ids of what is coloured.
 */
export class BesideLayers {
  #hazards: readonly PlacedHazard[] | undefined = $state.raw();
  #inspections: LastInspections | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #now = $state.raw(Date.now());

  readonly problem: unknown = $derived(this.#problem);

  /** Undefined until they are read. What has none is not in it. */
  hazardsOf(target: ColourTarget): ReadonlyMap<string, HazardCount> | undefined {
    return this.#hazards && countByPlace(this.#hazards, target, this.#now);
  }

  /** Id → the newest day, null where nobody was yet; undefined until they are read. */
  inspectionsOf(target: ColourTarget): ReadonlyMap<string, string | null> | undefined {
    return this.#inspections && new Map(Object.entries(this.#inspections[target]));
  }

  /** @param address of the layer, with its revision. @returns its own undo */
  openHazards(address: string): () => void {
    const timer = setInterval(() => (this.#now = Date.now()), TICK_MS);
    const stop = this.#read<{ features: { properties: PlacedHazard }[] }>(address, (layer) => {
      this.#hazards = layer.features.map(({ properties }) => properties);
      this.#now = Date.now();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }

  /** @returns its own undo */
  openInspections(slug: string): () => void {
    return this.#read<LastInspections>(communityAddress(slug, "last-inspections"), (answer) => {
      this.#inspections = answer;
    });
  }

  /** Forgets what belongs to another community. */
  leave(): void {
    this.#hazards = undefined;
    this.#inspections = undefined;
    this.#problem = undefined;
  }

  #read<Answer>(address: string, take: (answer: Answer) => void): () => void {
    const abort = new AbortController();
    fetchOrThrow(address, { signal: abort.signal })
      .then(async (response) => {
        const answer = (await response.json()) as Answer;
        if (abort.signal.aborted) return;
        take(answer);
        this.#problem = undefined;
      })
      .catch((problem: unknown) => {
        if (!abort.signal.aborted) this.#problem = problem;
      });
    return () => abort.abort();
  }
}
