import { type NeighbourPairs, graphOfPairs } from "../../partition/graph.ts";
import { partition } from "../../partition/partition.ts";
import type { FigureGround } from "../figures/ground.ts";

/**
 * Divides some units in two of about the same load, each in one piece where the ground is.
 * @returns the units of the half that moves out: the lighter one
 */
export function halve(ground: FigureGround, units: readonly number[]): number[] {
  if (units.length < 2) return [];
  const placeOf = new Map(units.map((unit, place) => [unit, place]));
  const pairs: Record<keyof NeighbourPairs, number[]> = { firsts: [], seconds: [], meters: [] };
  for (let pair = 0; pair < ground.firsts.length; pair++) {
    const first = placeOf.get(ground.firsts[pair]!);
    const second = placeOf.get(ground.seconds[pair]!);
    if (first === undefined || second === undefined) continue;
    pairs.firsts.push(first);
    pairs.seconds.push(second);
    pairs.meters.push(1);
  }
  const pick = (values: Float64Array) => Float64Array.from(units, (unit) => values[unit]!);
  const loads = pick(ground.loads);
  const graph = graphOfPairs(pairs, { x: pick(ground.x), y: pick(ground.y), loads });
  const halves = partition(graph, { parts: 2, seed: 1 });
  const sums = [0, 0];
  halves.forEach((half, place) => (sums[half]! += loads[place]!));
  const lighter = sums[1]! <= sums[0]! ? 1 : 0;
  return units.filter((_, place) => halves[place] === lighter);
}
