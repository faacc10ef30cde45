import type { Explanation } from "../answers/proposals.ts";
import { countBuildings } from "../planning/ground.ts";
import type { Priority } from "./bench.ts";
import { groupsOf } from "./groups.ts";
import { explainIslands } from "./explainIslands.ts";
import { explainLimits } from "./explainLimits.ts";
import { explanation, type Result } from "./explanation.ts";
import { splitCompounds } from "./measures.ts";

/** What was optimised, and what stands against it: the words are the web's. */
export function explain(result: Result): Explanation[] {
  return [
    optimised(result),
    ...explainLimits(result),
    ...compounds(result),
    ...explainIslands(result),
    ...oversized(result),
    ...leftAlone(result),
    ...exhausted(result),
  ];
}

const OPTIMISED = {
  balanced: "optimised-load",
  compact: "optimised-distance",
  "whole-compounds": "optimised-compounds",
  "few-moves": "optimised-moves",
} as const satisfies Record<Priority, Explanation["kind"]>;

function optimised({ priority, measures, bench }: Result): Explanation {
  const { imbalance, distanceMeters, compactness, splitCompounds, moved } = measures;
  const { maxMoves } = bench.goal;
  return explanation(OPTIMISED[priority], null, {
    imbalance,
    distanceMeters,
    compactness,
    splitCompounds,
    moved,
    ...(maxMoves !== undefined && { maxMoves }),
  });
}

/** Compounds that could not be kept in one grid, or micro-grid, with what they weigh. */
function compounds({ bench, state, compoundNames }: Result): Explanation[] {
  const { ground, goal } = bench;
  const groups = groupsOf(ground, state, goal.level);
  const loads = new Map<string | null, number>();
  ground.units.forEach(({ compoundId }, unit) => {
    loads.set(compoundId, (loads.get(compoundId) ?? 0) + ground.graph.loads[unit]!);
  });
  return splitCompounds(ground, groups).map(({ compoundId, groups: parts }) =>
    explanation(
      "compound-split",
      { id: compoundId, name: compoundNames.get(compoundId) ?? "" },
      {
        parts: parts.length,
        load: loads.get(compoundId) ?? 0,
        groups: parts.map((part) => groups.names[part]).join(" "),
      },
    ),
  );
}

function oversized({ oversized }: Result): Explanation[] {
  return oversized.map(({ unit, amount, limits, entrances }) =>
    explanation("unit-too-large", unit, {
      amount,
      limit: limits.max,
      of: limits.of,
      // 0: it cannot be broken.
      entrances,
    }),
  );
}

function leftAlone({ bench }: Result): Explanation[] {
  const { free, state, ground } = bench;
  const about = (kind: Explanation["kind"], id: string) => {
    const name = (state.grids.get(id) ?? state.microGrids.get(id))?.name ?? "";
    const isOf = (unitId: string) => {
      const microGridId = state.units.get(unitId) ?? "";
      return microGridId === id || state.microGrids.get(microGridId)?.gridId === id;
    };
    const units = ground.units.filter((unit) => isOf(unit.id));
    return explanation(kind, { id, name }, { buildings: countBuildings(units) });
  };
  return [
    ...free.lockedIds.map((id) => about("locked-left-alone", id)),
    ...free.dedicatedIds.map((id) => about("dedicated-left-alone", id)),
  ];
}

function exhausted({ bench, measures, missing }: Result): Explanation[] {
  const { maxMoves } = bench.goal;
  const isUsedUp =
    typeof maxMoves === "number" && measures.moved >= maxMoves && measures.outsideLimits > 0;
  return [
    ...(missing ? [explanation("not-enough-units", null, missing)] : []),
    ...(isUsedUp
      ? [
          explanation("moves-used-up", null, {
            moved: measures.moved,
            maxMoves,
            outside: measures.outsideLimits,
          }),
        ]
      : []),
  ];
}
