import { type FigureGround, figureGroundOf } from "#data/model/planning/figures/ground.ts";
import { figuresOf, type PlanFigures } from "#data/model/planning/figures/figures.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import {
  copyOfLayout,
  layoutOf,
  paintedChange,
  type PlanLayout,
} from "#data/model/planning/layout.ts";
import { microGridName } from "#data/model/planning/painting/groups.ts";
import { type Paint, type Painted, paintUnits } from "#data/model/planning/painting/paintUnits.ts";
import { UnitIndex } from "#data/model/planning/painting/unitIndex.ts";
import { PlanColouring, type PlanColours } from "#data/model/planning/planColours.ts";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import type { PlanState } from "#data/model/planning/state.ts";
import { afterFrame } from "./afterFrame.ts";
import type { PlanDraft } from "./planDraft.svelte.ts";

/** A plan on its ground, as it was when the two last agreed. */
export interface Surface {
  map: PlanMap;
  units: readonly PlanningUnit[];
  index: UnitIndex;
}

/** A division and the same in numbers. */
export interface Settled {
  state: PlanState;
  layout: PlanLayout;
}

interface Counted {
  ground: FigureGround;
  layout: PlanLayout;
  strokes: number;
  figures: PlanFigures;
}

/** The draft in numbers: what is painted while the pointer is down, and its figures all the while. */
export class PlanBoard {
  #surface: Surface = $state.raw()!;
  #committed: PlanLayout = $state.raw()!;
  #settled: Settled = $state.raw()!;
  #painted: PlanLayout | undefined;
  #isPainting = $state.raw(false);
  /** The state that is committed. */
  #laid: PlanState | undefined;
  #colouring = new PlanColouring();
  /** Rises with every stroke of the brush: what is painted is changed in place. */
  #strokes = $state.raw(0);
  #shown: PlanState | undefined = $state.raw();
  #counted: Counted | undefined;

  readonly surface: Surface = $derived(this.#surface);
  /** Without the unfinished stroke. */
  readonly committed: PlanLayout = $derived(this.#committed);
  /**
   * The same, but after a stroke only once its outlines are on the screen: for names, colours and
   * sentences, which nobody waits for.
   */
  readonly settled: Settled = $derived(this.#settled);
  readonly ground: FigureGround = $derived.by(() => {
    const { map, units } = this.#surface;
    return figureGroundOf(map, units, this.draft.ground, this.draft.weights);
  });
  /** They rest while something is painted. */
  readonly colours: PlanColours = $derived.by(() =>
    this.#colouring.colour(this.#surface.map, this.#settled.layout),
  );
  readonly strokes: number = $derived(this.#strokes);
  /** Of what is on the map now, the unfinished stroke included. */
  readonly figures: PlanFigures = $derived.by(() => {
    const strokes = this.#strokes;
    return this.#count(this.ground, this.layout, strokes);
  });
  /** Whether the pointer is down: nothing under it may change but by the stroke. */
  readonly isPainting: boolean = $derived(this.#isPainting);
  /** What is on the map: the draft, or what is looked at in its place. */
  readonly state: PlanState = $derived.by(() => this.#shown ?? this.draft.state);
  /** Another division than the draft's is shown, to be looked at and not painted on. */
  readonly isPreview: boolean = $derived(this.#shown !== undefined);

  constructor(
    private readonly draft: PlanDraft,
    map: PlanMap,
  ) {
    this.lay(map);
  }

  /** The draft as it is on this ground; undoes an unfinished stroke. */
  lay(map: PlanMap): void {
    const { state } = this;
    // A stroke lays what it made itself.
    if (map === this.#surface?.map && state === this.#laid && !this.#painted) return;
    this.#laid = state;
    if (map !== this.#surface?.map) {
      this.#surface = { map, units: this.draft.units, index: new UnitIndex(map) };
    }
    this.#painted = undefined;
    this.#isPainting = false;
    this.#committed = layoutOf(state, map.unitIds);
    this.#settled = { state, layout: this.#committed };
  }

  /** What is committed, or the same with the unfinished stroke. Follow `strokes` to see it change. */
  get layout(): PlanLayout {
    const committed = this.#committed;
    return this.#painted ?? committed;
  }

  /** Shows another state of the same broken buildings; null goes back to the draft. */
  preview(state: PlanState | null): void {
    this.#shown = state ?? undefined;
    this.lay(this.#surface.map);
  }

  /** Paints on from what is painted already, or anew from what is committed. */
  paint(paint: Paint, units: readonly number[], isAnew = false): Painted {
    if (isAnew || !this.#painted) this.#painted = copyOfLayout(this.#committed);
    this.#isPainting = true;
    const painted = paintUnits(this.#painted, this.#surface.index, paint, units);
    if (isAnew || painted.changed.length > 0) this.#strokes += 1;
    return painted;
  }

  /** One stroke is one step to be taken back. */
  commit(): void {
    const painted = this.#painted;
    this.#painted = undefined;
    this.#isPainting = false;
    if (!painted) return;
    const { state } = this.draft;
    const change = paintedChange(state, this.#committed, painted, (gridId) =>
      microGridName(state, gridId),
    );
    this.draft.apply(change);
    if (change.microGrids || this.draft.state === state) return this.lay(this.#surface.map);
    // Grids and micro-grids are where they were: what was painted is the layout of the new state.
    this.#laid = this.draft.state;
    this.#committed = painted;
    const settled = { state: this.#laid, layout: painted };
    afterFrame(() => {
      if (this.#committed === painted) this.#settled = settled;
    });
  }

  cancel(): void {
    if (!this.#painted) return;
    this.#painted = undefined;
    this.#isPainting = false;
    this.#strokes += 1;
  }

  /** What was counted while it was painted is not counted again when it is committed. */
  #count(ground: FigureGround, layout: PlanLayout, strokes: number): PlanFigures {
    const last = this.#counted;
    if (last?.ground === ground && last.layout === layout && last.strokes === strokes) {
      return last.figures;
    }
    const figures = figuresOf(ground, layout);
    this.#counted = { ground, layout, strokes, figures };
    return figures;
  }
}
