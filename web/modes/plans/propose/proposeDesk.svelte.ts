import type { PlanState } from "#data/model/planning/state.ts";
import { keptFor } from "#web/state/keptFor.svelte.ts";
import type { PlanDraft } from "#web/state/planDraft.svelte.ts";
import { Proposal } from "./proposal.svelte.ts";
import type { Wish } from "./wish.ts";

/** What is asked for a draft and what came of it: it stays while the person paints in between. */
export class ProposeDesk {
  /** Changed in place by the form. */
  wish: Wish = $state()!;
  readonly proposal: Proposal;

  constructor(draft: PlanDraft) {
    this.proposal = new Proposal(draft);
    this.wish = firstWish(draft);
  }
}

export const proposeDeskOf = keptFor((draft: PlanDraft) => new ProposeDesk(draft));

/** As many grids as there are; where there are none, as many as the community's own sizes ask for. */
function firstWish({ state, settings, units }: PlanDraft): Wish {
  const [least, most] = settings.gridHouseholds;
  const households = units.reduce((sum, unit) => sum + unit.households, 0);
  const wanted = Math.max(1, Math.round(households / ((least + most) / 2 || 1)));
  const count = basicGrids(state).length;
  return {
    kind: "divide",
    by: "count",
    count: count || wanted,
    size: [least, most],
    hasMicroGrids: count === 0 || state.microGrids.size > state.grids.size,
    microGridSize: [...settings.microGridHouseholds],
    level: "grid",
    maxMoves: "least",
    beside: "fullest",
    leaving: null,
    keepsCompounds: true,
    keepsPartyGroups: false,
  };
}

/** By their order in the plan. */
export function basicGrids({
  grids,
}: PlanState): { id: string; name: string; isLocked: boolean }[] {
  return [...grids]
    .filter(([, { kind }]) => kind === "basic")
    .sort(([, a], [, b]) => a.ordinal - b.ordinal)
    .map(([id, { name, isLocked }]) => ({ id, name, isLocked }));
}
