import type { Explanation } from "../answers/proposals.ts";
import { componentsOf } from "../partition/components.ts";
import { countBuildings } from "../planning/ground.ts";
import { explanation, type Result } from "./explanation.ts";
import { groupsOf } from "./groups.ts";

/**
 * Pieces of the ground that nothing connects with the rest, and that share a grid with another piece:
 * each joined the part of the unit nearest to it.
 */
export function explainIslands({ bench, state }: Result): Explanation[] {
  const { ground, goal, free } = bench;
  const { graph, units } = ground;
  const groups = groupsOf(ground, state, goal.level);
  const components = componentsOf(graph);
  const sizes = new Uint32Array(components.count);
  for (const component of components.ofUnit) sizes[component]!++;
  const largest = new Map<number, number>();
  groups.ofUnit.forEach((group, unit) => {
    const component = components.ofUnit[unit]!;
    if ((sizes[largest.get(group) ?? -1] ?? 0) < sizes[component]!) largest.set(group, component);
  });
  const seen = new Set<string>();
  return units.flatMap((unit, index): Explanation[] => {
    const group = groups.ofUnit[index]!;
    const component = components.ofUnit[index]!;
    const key = `${group} ${component}`;
    if (group < 0 || !free.isFree[index] || largest.get(group) === component) return [];
    if (seen.has(key)) return [];
    seen.add(key);
    const isOfIsland = (other: number) =>
      groups.ofUnit[other] === group && components.ofUnit[other] === component;
    const islanders = [...units.keys()].filter(isOfIsland);
    const others = [...units.keys()].filter(
      (other) => groups.ofUnit[other] === group && components.ofUnit[other] !== component,
    );
    const near = nearestPair(graph.x, graph.y, islanders, others);
    return [
      explanation("island-joined", unit, {
        buildings: countBuildings(islanders.map((islander) => units[islander]!)),
        load: islanders.reduce((sum, islander) => sum + graph.loads[islander]!, 0),
        meters: near.meters,
        nearestId: units[near.other]!.id,
        nearestName: units[near.other]!.name,
        groupId: groups.ids[group]!,
        groupName: groups.names[group]!,
      }),
    ];
  });
}

function nearestPair(x: Float64Array, y: Float64Array, ones: number[], others: number[]) {
  let best = { other: others[0]!, meters: Infinity };
  for (const one of ones) {
    for (const other of others) {
      const meters = Math.hypot(x[one]! - x[other]!, y[one]! - y[other]!);
      if (meters < best.meters) best = { other, meters };
    }
  }
  return best;
}
