import type { PlanMap } from "#data/model/planning/planMap.ts";
import type { PlanBoard } from "./planBoard.svelte.ts";
import { PlanBrush } from "./planBrush.svelte.ts";
import type { PlanDraft } from "./planDraft.svelte.ts";
import { PlanMapMaker } from "./planMapMaker.ts";

/** Where the plan that is open lies, with its geometry: the panel and the map look at the same one. */
export class PlanDesk {
  #draft: PlanDraft | undefined = $state.raw();
  #made: { map: PlanMap; from: MapOf } | undefined = $state.raw();
  #board: PlanBoard | undefined = $state.raw();
  #problem: unknown = $state.raw();
  #attempts = $state.raw(0);
  #tint: ReadonlyMap<string, string> | null = $state.raw(null);

  readonly draft: PlanDraft | undefined = $derived(this.#draft);
  /** Of the draft; for a moment the one before a building was broken or joined. */
  readonly map: PlanMap | undefined = $derived(this.#made?.map);
  /** The draft in numbers; undefined until its geometry is made. */
  readonly board: PlanBoard | undefined = $derived(this.#board);
  /** Whether the geometry is that of the draft as it is now: only then is it painted on. */
  readonly isMapCurrent: boolean = $derived(
    this.#made !== undefined &&
      this.#made.from.ground === this.#draft?.ground &&
      this.#made.from.broken === this.#draft.broken,
  );
  readonly problem: unknown = $derived(this.#problem);
  /** Rises when the person asks again after a failure. */
  readonly attempts: number = $derived(this.#attempts);
  /** Colours by the id of a unit, in place of those of grids; null for the usual ones. */
  readonly tint: ReadonlyMap<string, string> | null = $derived(this.#tint);
  readonly brush = new PlanBrush();

  #maker = new PlanMapMaker();
  #Board: typeof PlanBoard | undefined;

  /** @returns its own undo, which saves what is unsaved */
  open(slug: string, planId: string): () => void {
    let stop: (() => void) | undefined;
    let isLeft = false;
    this.#problem = undefined;
    openDraft(slug, planId).then(
      ({ draft, PlanBoard }) => {
        if (isLeft) return;
        this.#Board = PlanBoard;
        this.#draft = draft;
        stop = draft.saving.followConnection();
      },
      (problem: unknown) => {
        if (!isLeft) this.#problem = problem;
      },
    );
    return () => {
      isLeft = true;
      stop?.();
      this.#draft = undefined;
      this.#made = undefined;
      this.#board = undefined;
      this.#tint = null;
      this.#maker.stop();
    };
  }

  /** Makes the geometry of the draft as it is; follow it with an effect on `ground` and `broken`. */
  drawMap({ ground, broken }: MapOf): void {
    const from = { ground, broken };
    this.#maker.make(ground, broken).then(
      (map) => (this.#made = { map, from }),
      (problem: unknown) => console.error(problem),
    );
  }

  /** Lays the draft on its geometry; follow it with an effect on both. */
  layBoard(): void {
    const { draft, map } = this;
    if (!draft || !map || !this.isMapCurrent || this.#board?.isPainting) return;
    if (this.#board) this.#board.lay(map);
    else if (this.#Board) this.#board = new this.#Board(draft, map);
  }

  show(tint: ReadonlyMap<string, string> | null): void {
    this.#tint = tint;
  }

  retry(): void {
    this.#attempts += 1;
  }
}

type MapOf = Pick<PlanDraft, "ground" | "broken">;

/** What plans are worked on with is loaded by whoever works on one. */
async function openDraft(slug: string, planId: string) {
  const [{ PlanBoard }, draft] = await Promise.all([
    import("./planBoard.svelte.ts"),
    import("./planDraft.svelte.ts").then(({ PlanDraft }) => PlanDraft.open(slug, planId)),
  ]);
  return { draft, PlanBoard };
}
