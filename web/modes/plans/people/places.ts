import type { PostPlaceType } from "#data/model/plans.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";

export interface PlaceName {
  id: string;
  name: string;
  /** What it lies in; empty for a grid. */
  within: string;
}

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** Every place of a kind in a plan, as it is listed: by grid, by micro-grid, by building. */
export function placeNames(
  { state, ground }: Pick<PlanDraft, "state" | "ground">,
  type: PostPlaceType,
): PlaceName[] {
  const grids = [...state.grids].sort(([, a], [, b]) => a.ordinal - b.ordinal);
  if (type === "grid") return grids.map(([id, { name }]) => ({ id, name, within: "" }));
  if (type === "micro-grid") {
    const order = new Map(grids.map(([id], index) => [id, index]));
    const rank = (gridId: string) => order.get(gridId) ?? grids.length;
    return [...state.microGrids]
      .sort(([, a], [, b]) => rank(a.gridId) - rank(b.gridId) || a.ordinal - b.ordinal)
      .map(([id, { name, gridId }]) => {
        return { id, name, within: state.grids.get(gridId)?.name ?? "" };
      });
  }
  const compounds = new Map(ground.compounds.map(({ id, name }) => [id, name]));
  return ground.buildings
    .map(({ id, name, compoundId }) => ({
      id,
      name,
      within: compounds.get(compoundId ?? "") ?? "",
    }))
    .sort((a, b) => byName.compare(a.within, b.within) || byName.compare(a.name, b.name));
}
