import { figureGroundOf } from "#data/model/planning/figures/ground.ts";
import { figuresOf } from "#data/model/planning/figures/figures.ts";
import type { LoadWeights } from "#data/model/communities.ts";
import { figureLimits } from "#data/model/planning/figures/limits.ts";
import { m } from "#web/messages/compiled/messages.js";
import type { PlanBoard } from "#web/state/planBoard.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { listText } from "#web/words/lists.ts";
import { numberText } from "#web/words/numbers.ts";

/** 不计入, 每个计 1.5. */
export function weightText(weight: number): string {
  return weight === 0 ? m.load_none() : m.load_each({ value: numberText(weight) });
}

/** Which grids would be over or under by the weights that are tried, and are not by the community's. */
export function effectText(draft: PlanDraft, board: PlanBoard): string {
  const before = outside(draft, board, draft.settings.loadWeights);
  const now = outside(draft, board, draft.weights);
  const names = (ids: readonly string[]) =>
    listText(ids.map((id) => draft.state.grids.get(id)?.name ?? ""));
  const fresh = (kind: "over" | "under") => now[kind].filter((id) => !before[kind].includes(id));
  const settled = [...before.over, ...before.under].filter(
    (id) => !now.over.includes(id) && !now.under.includes(id),
  );
  const parts = [
    ...(fresh("over").length > 0 ? [m.load_now_over({ names: names(fresh("over")) })] : []),
    ...(fresh("under").length > 0 ? [m.load_now_under({ names: names(fresh("under")) })] : []),
    ...(settled.length > 0 ? [m.load_now_within({ names: names(settled) })] : []),
  ];
  return parts.length > 0 ? parts.join("") : m.load_no_effect();
}

function outside(draft: PlanDraft, board: PlanBoard, weights: LoadWeights) {
  const { map, units } = board.surface;
  const layout = board.committed;
  const { grids } = figuresOf(figureGroundOf(map, units, draft.ground, weights), layout);
  const basic = [...layout.gridIds.keys()].filter(
    (grid) => draft.state.grids.get(layout.gridIds[grid]!)?.kind !== "dedicated",
  );
  const sum = (values: Float64Array) => basic.reduce((total, grid) => total + values[grid]!, 0);
  const { least, most } = figureLimits(draft.settings, "grid", "load", {
    households: sum(grids.households),
    load: sum(grids.loads),
    groups: basic.length,
  });
  const idsWhere = (isMeant: (load: number) => boolean) =>
    basic.filter((grid) => isMeant(grids.loads[grid]!)).map((grid) => layout.gridIds[grid]!);
  return { over: idsWhere((load) => load > most), under: idsWhere((load) => load < least) };
}
