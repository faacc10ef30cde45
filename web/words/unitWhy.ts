import type { Hold, PossibleMove, UnitExplanation } from "#data/model/proposals/explainUnit.ts";
import { m } from "#web/messages/compiled/messages.js";
import { listText } from "./lists.ts";
import { amountText } from "./proposals.ts";

interface HoldWords {
  group: string;
  least: string;
  most: string;
}

const HOLD_WORDS = {
  locked: m.propose_why_unit_hold_locked,
  dedicated: m.propose_why_unit_hold_dedicated,
  compound: () => m.propose_why_unit_hold_compound(),
  contiguity: m.propose_why_unit_hold_contiguity,
  "limit-here": m.propose_why_unit_hold_limit_here,
  "limit-there": m.propose_why_unit_hold_limit_there,
  inside: m.propose_why_unit_hold_inside,
  island: () => m.propose_why_unit_hold_island(),
} satisfies Record<Hold, (words: HoldWords) => string>;

/** More neighbours than that are not read. */
const SHOWN_NEIGHBOURS = 3;

/** Why a unit is where it is, sentence by sentence. */
export function unitWhySentences(why: UnitExplanation, loadPerHousehold: number): string[] {
  const { limits, households, load, groupName, neighbours, holds } = why;
  const say = (amount: number) => amountText(amount, limits.of, { loadPerHousehold });
  const amount = say(limits.of === "load" ? load : households);
  const words = { group: groupName ?? "", least: say(limits.min), most: say(limits.max) };
  const names = neighbours
    .slice(0, SHOWN_NEIGHBOURS)
    .map(({ name, groupName }) =>
      groupName === null ? name : m.propose_why_unit_neighbour({ name, group: groupName }),
    );
  return [
    groupName === null
      ? m.propose_why_unit_nowhere({ amount })
      : m.propose_why_unit_where({ amount, group: groupName }),
    ...(names.length > 0 ? [m.propose_why_unit_meets({ names: listText(names) })] : []),
    ...holds.map((hold) => HOLD_WORDS[hold](words)),
    ...(groupName !== null && holds.length === 0 ? [m.propose_why_unit_free()] : []),
  ];
}

/** What a move would do: here and there, and what speaks against it. */
export function moveText(
  { here, there, cutsOff, splitsCompound }: PossibleMove,
  { limits }: Pick<UnitExplanation, "limits">,
  loadPerHousehold: number,
): string {
  const say = (amount: number) => amountText(amount, limits.of, { loadPerHousehold });
  const sides = [
    m.propose_why_unit_here({ before: say(here.before), after: say(here.after) }),
    m.propose_why_unit_there({ before: say(there.before), after: say(there.after) }),
  ];
  const against = [
    ...(here.isOutsideAfter || there.isOutsideAfter ? [m.propose_why_unit_outside()] : []),
    ...(cutsOff ? [m.propose_why_unit_cuts()] : []),
    ...(splitsCompound ? [m.propose_why_unit_splits()] : []),
  ];
  return [...sides, ...against].join(" · ");
}
