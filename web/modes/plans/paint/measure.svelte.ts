import {
  type FigureLimits,
  figureLimits,
  type FigureMeasure,
} from "#data/model/planning/figures/limits.ts";
import type { GroupFigures } from "#data/model/planning/figures/figures.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import type { PlanBoard, Settled } from "#web/state/planBoard.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";

/** What the bars compare, and what they stand against. */
export class Measure {
  #chosen: FigureMeasure = $state.raw("households");
  readonly chosen: FigureMeasure = $derived(this.#chosen);
  /** Asked for by several with every move of a stroke, and counted once. */
  readonly #limits: Record<PlanLevel, FigureLimits> = $derived.by(() => ({
    grid: this.#countLimits("grid"),
    "micro-grid": this.#countLimits("micro-grid"),
  }));

  constructor(
    private readonly draft: PlanDraft,
    private readonly board: PlanBoard,
  ) {}

  choose(measure: FigureMeasure): void {
    this.#chosen = measure;
  }

  valuesOf(figures: GroupFigures): Float64Array {
    return this.#chosen === "load" ? figures.loads : figures.households;
  }

  limitsOf(level: PlanLevel): FigureLimits {
    return this.#limits[level];
  }

  /** Dedicated grids and their micro-grids keep no limits, so they are left out of the ideal. */
  #countLimits(level: PlanLevel): FigureLimits {
    const { layout, figures, ground } = this.board;
    const isBasic = this.isBasic(level);
    const of = level === "grid" ? figures.grids : figures.microGrids;
    const sum = (values: Float64Array) =>
      values.reduce((total, value, group) => total + (isBasic[group] ? value : 0), 0);
    const groups = (level === "grid" ? layout.gridIds : layout.microGridIds).length;
    const counted = isBasic.filter(Boolean).length || groups;
    const households = sum(of.households) || ground.households.reduce((a, b) => a + b, 0);
    return figureLimits(this.draft.settings, level, this.#chosen, {
      households,
      load: sum(of.loads),
      groups: counted,
    });
  }

  /** Whether each grid, or each micro-grid, is one for homes. */
  isBasic(level: PlanLevel, { state, layout }: Settled = this.#present): boolean[] {
    const { gridIds, gridOfMicroGrid } = layout;
    const basic = gridIds.map((id) => state.grids.get(id)?.kind !== "dedicated");
    return level === "grid" ? basic : gridOfMicroGrid.map((grid) => basic[grid] ?? true);
  }

  get #present(): Settled {
    return { state: this.draft.state, layout: this.board.layout };
  }
}
