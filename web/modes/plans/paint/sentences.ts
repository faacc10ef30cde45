import type { SizeFinding } from "#data/model/planning/figures/compliance.ts";
import { piecesOfGroups } from "#data/model/planning/figures/pieces.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";
import { gridsOfUnits } from "#data/model/planning/layout.ts";
import type { PlanLevel } from "#data/model/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import type { PlanBoard, Settled } from "#web/state/planBoard.svelte.ts";
import { householdsText } from "#web/words/numbers.ts";

/** 网格三 612 户，超出上限 500 户 112 户；最近能接一个小区的是网格四。 */
export function sizeText(
  { state, layout }: Settled,
  ground: PlanningGround,
  level: PlanLevel,
  { group, kind, value, limit, by, helper }: SizeFinding,
): string {
  const nameOf = (place: number) =>
    level === "grid"
      ? (state.grids.get(layout.gridIds[place]!)?.name ?? "")
      : (state.microGrids.get(layout.microGridIds[place]!)?.name ?? "");
  const name = nameOf(group);
  if (kind === "empty") return m.paint_size_empty({ name });
  const words = {
    name,
    value: householdsText(Math.round(value)),
    limit: householdsText(Math.round(limit)),
    by: householdsText(Math.round(by)),
  };
  const first = kind === "over" ? m.paint_size_over(words) : m.paint_size_under(words);
  return m.paint_size_sentence({ first, second: helpText(helper, kind, nameOf, ground) });
}

function helpText(
  helper: SizeFinding["helper"],
  kind: "over" | "under",
  nameOf: (place: number) => string,
  { compounds }: PlanningGround,
): string {
  if (!helper) return kind === "over" ? m.paint_help_nobody_takes() : m.paint_help_nobody_gives();
  const name = nameOf(helper.group);
  const compound = helper.compound === null ? undefined : compounds[helper.compound]?.name;
  if (compound) return m.paint_help_takes_compound({ name, compound });
  return kind === "over" ? m.paint_help_takes({ name }) : m.paint_help_gives({ name });
}

/** Grids that lie in several parts. */
export function cutOffTexts({ ground, settled: { state, layout } }: PlanBoard): string[] {
  const pieces = piecesOfGroups(ground, gridsOfUnits(layout), layout.gridIds.length);
  return layout.gridIds.flatMap((id, grid) => {
    const count = pieces[grid]!;
    if (count < 2) return [];
    return [m.paint_cut_off({ name: state.grids.get(id)?.name ?? "", count })];
  });
}
