import type { PlanMap } from "#data/model/planning/planMap.ts";
import type { ApiProblem } from "#web/api.ts";
import { PlanDraft } from "./planDraft.svelte.ts";
import { PlanMapMaker } from "./planMapMaker.ts";

/** Where the plan that is open lies, with its geometry: the panel and the map look at the same one. */
export class PlanDesk {
  #draft: PlanDraft | undefined = $state.raw();
  #map: PlanMap | undefined = $state.raw();
  #problem: ApiProblem | undefined = $state.raw();
  #attempts = $state.raw(0);
  readonly draft: PlanDraft | undefined = $derived(this.#draft);
  /** Of the draft; for a moment the one before a building was broken or joined. */
  readonly map: PlanMap | undefined = $derived(this.#map);
  readonly problem: ApiProblem | undefined = $derived(this.#problem);
  /** Rises when the person asks again after a failure. */
  readonly attempts: number = $derived(this.#attempts);

  #maker = new PlanMapMaker();

  /** @returns its own undo, which saves what is unsaved */
  open(slug: string, planId: string): () => void {
    let stop: (() => void) | undefined;
    let isLeft = false;
    this.#problem = undefined;
    PlanDraft.open(slug, planId).then(
      (draft) => {
        if (isLeft) return;
        this.#draft = draft;
        stop = draft.saving.followConnection();
      },
      (problem: unknown) => {
        if (!isLeft) this.#problem = problem as ApiProblem;
      },
    );
    return () => {
      isLeft = true;
      stop?.();
      this.#draft = undefined;
      this.#map = undefined;
      this.#maker.stop();
    };
  }

  /** Makes the geometry of the draft as it is; follow it with an effect on `ground` and `broken`. */
  drawMap({ ground, broken }: Pick<PlanDraft, "ground" | "broken">): void {
    this.#maker.make(ground, broken).then(
      (map) => (this.#map = map),
      (problem: unknown) => console.error(problem),
    );
  }

  retry(): void {
    this.#attempts += 1;
  }
}
