import { splitLoad } from "./barriersTargets.ts";
import type { Division } from "./division.ts";
import { annealBorders, type Annealing } from "./flowAnneal.ts";
import { Regions, type Region } from "./flowRegions.ts";
import { ringsOf } from "./flowRings.ts";
import type { Objective } from "./objective.ts";
import type { LoadLimits } from "./options.ts";

/** How many parts take part in each attempt, at least. */
const REGION_PARTS = [5, 8, 12, 20] as const;
/** Starts hot enough to forget the borders there are, ends with limits that nothing outweighs. */
const HOT: Omit<Annealing, "seed"> = {
  sweeps: 150,
  heat: [1, 0.1],
  targetCost: [0.05, 0.05],
  limitCost: [1, 100],
};
/** Of the tolerance, what is kept free for units that cannot be cut up, and what absorbers may use of it. */
const ROOM = 0.06;
const ABSORBER_TOLERANCES = 2.6;
/** Parts off by more tolerances than this count more than others outside. */
const WORST_TOLERANCES = 2.9;
const LEAST_EXCESS = 1e-9;
/** Where the limits cannot be kept at all, repairing ends when it has looked at so many units. */
const MOST_LOOKS = { once: 10_000_000, perUnit: 200 };

/**
 * Brings parts that are outside the limits back inside by annealing the region about each, hotter than the whole
 * division could bear: as many parts as have room for their loads together. Where barriers do not leave as many, as few
 * as possible stay outside. A region becomes what it was where that did not help.
 */
export function repairLoads(division: Division, objective: Objective, seed: number): void {
  const { limits } = objective;
  const outside = partsOutside(division, limits);
  if (outside.length === 0) return;
  const regions = new Regions(division);
  const rings = ringsOf(division.graph);
  const tolerance = (limits.max - limits.min) / 2;
  const targets = new Float64Array(division.parts).fill((limits.min + limits.max) / 2);
  const slacks = new Float64Array(division.parts);
  let looksLeft = MOST_LOOKS.once + MOST_LOOKS.perUnit * division.graph.count;
  for (const part of outside) {
    for (const [attempt, leastParts] of REGION_PARTS.entries()) {
      if (looksLeft < 0 || costOf(division.loads[part]!, limits) === 0) break;
      const region = regions.about(part, leastParts, limits);
      const { absorbers } = splitLoad(region.load, region.own, limits);
      const before = costOfRegion(division, region, limits);
      const isClosed = region.own === region.parts.length;
      if (isClosed && before < absorbers + 0.5) break;
      slacks.fill(tolerance * (1 - ROOM));
      for (const absorber of furthestOff(division, region, absorbers, limits)) {
        slacks[absorber] = tolerance * ABSORBER_TOLERANCES;
      }
      looksLeft -= HOT.sweeps * region.units.length;
      const kept = region.units.map((unit) => division.assignment[unit]!);
      const annealing = { ...HOT, seed: seed + attempt + 1 };
      annealBorders(division, rings, objective, { targets, slacks }, annealing, region.units);
      if (costOfRegion(division, region, limits) >= before - LEAST_EXCESS) {
        region.units.forEach((unit, i) => {
          if (division.assignment[unit] !== kept[i]) division.move(unit, kept[i]!);
        });
      }
      regions.refresh(region);
    }
  }
}

/** The worst first. */
function partsOutside({ loads }: Division, limits: LoadLimits): number[] {
  const costs = Float64Array.from(loads, (load) => costOf(load, limits));
  const outside = [...loads.keys()].filter((part) => costs[part]! > 0);
  return outside.sort((a, b) => costs[b]! - costs[a]! || a - b);
}

/** 1 for a part outside the limits, more for one far outside. */
function costOf(load: number, { min, max, ideal }: LoadLimits): number {
  if (load >= min - LEAST_EXCESS && load <= max + LEAST_EXCESS) return 0;
  const off = Math.abs(load - ideal) / Math.max(max - ideal, ideal - min, LEAST_EXCESS);
  return 1 + 2 * Math.max(0, off - WORST_TOLERANCES);
}

/** Of the parts beside the region too: units may have gone over to them. */
function costOfRegion({ loads }: Division, { parts }: Region, limits: LoadLimits): number {
  let cost = 0;
  for (const part of parts) cost += costOf(loads[part]!, limits);
  return cost;
}

/** Of the region's own parts, those that are the furthest off already on the side on which the region is. */
function furthestOff(
  { loads }: Division,
  { parts, own, load }: Region,
  count: number,
  { ideal }: LoadLimits,
): number[] {
  const sign = load < ideal * own ? 1 : -1;
  return parts
    .slice(0, own)
    .sort((a, b) => sign * (loads[a]! - loads[b]!) || a - b)
    .slice(0, count);
}
