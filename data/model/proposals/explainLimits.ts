import type { Explanation } from "../answers/proposals.ts";
import { centresOf } from "../partition/measure.ts";
import { explanation, type Result } from "./explanation.ts";
import { groupsOf, type Groups } from "./groups.ts";
import { excessOf, levelsOf, limitsFor, type Limits } from "./limits.ts";
import type { UnitGround } from "./unitGround.ts";

/**
 * The grids and micro-grids outside their limits: by how much, and which near one has room for what is
 * too much, or could give what is missing.
 */
export function explainLimits({ bench, state }: Result): Explanation[] {
  const { ground, goal, settings } = bench;
  return levelsOf(goal).flatMap((level) => {
    const groups = groupsOf(ground, state, level);
    const limits = limitsFor(goal, level, settings);
    return groups.ids.flatMap((id, group): Explanation[] => {
      const excess = excessOf(groups, group, limits);
      if (excess === 0) return [];
      const helper = nearestHelper(ground, groups, group, limits, excess > 0);
      const subject = { id, name: groups.names[group]! };
      return [
        explanation(excess > 0 ? "above-limit" : "below-limit", subject, {
          level,
          of: limits.of,
          amount: amountsOf(groups, limits)[group]!,
          limit: excess > 0 ? limits.max : limits.min,
          by: Math.abs(excess),
          ...(helper && {
            nearestId: groups.ids[helper.group]!,
            nearestName: groups.names[helper.group]!,
            room: helper.room,
          }),
        }),
      ];
    });
  });
}

function amountsOf(groups: Groups, { of }: Limits): Float64Array {
  return of === "load" ? groups.loads : groups.households;
}

/** Of the free groups with anything to take or give, one that it meets before one that it does not, and the nearest. */
function nearestHelper(
  ground: UnitGround,
  groups: Groups,
  group: number,
  limits: Limits,
  isAbove: boolean,
): { group: number; room: number } | undefined {
  const amounts = amountsOf(groups, limits);
  const centres = centresOf(ground.graph, groups.ofUnit, groups.ids.length);
  const met = groupsMet(ground, groups, group);
  const helpers = groups.ids.flatMap((_, other) => {
    const room = isAbove ? limits.max - amounts[other]! : amounts[other]! - limits.min;
    if (other === group || room <= 0 || groups.isLocked[other] || groups.isDedicated[other]) {
      return [];
    }
    const meters = Math.hypot(
      centres.x[other]! - centres.x[group]!,
      centres.y[other]! - centres.y[group]!,
    );
    return [{ group: other, room, rank: met.has(other) ? meters : meters + 1e9 }];
  });
  return helpers.toSorted((a, b) => a.rank - b.rank)[0];
}

function groupsMet({ graph }: UnitGround, { ofUnit }: Groups, group: number): Set<number> {
  const met = new Set<number>();
  for (let unit = 0; unit < graph.count; unit++) {
    if (ofUnit[unit] !== group) continue;
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      met.add(ofUnit[graph.neighbours[i]!]!);
    }
  }
  return met;
}
