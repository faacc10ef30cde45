import { splitLoad } from "./barriersTargets.ts";
import type { Division } from "./division.ts";
import { annealBorders, type Annealing } from "./flowAnneal.ts";
import { Regions, type Region } from "./flowRegions.ts";
import { ringUnit } from "./flowRings.ts";
import type { Objective } from "./objective.ts";
import type { LoadLimits } from "./options.ts";

/** How many parts take part in each attempt, at least. */
const REGION_PARTS = [5, 8, 12, 16, 20, 24, 28] as const;
/** Starts hot enough to forget the borders there are, ends with limits that nothing outweighs. */
const HOT: Omit<Annealing, "seed"> = {
  sweeps: 70,
  heat: [1, 0.1],
  targetCost: [0.05, 0.05],
  limitCost: [1, 100],
};
/** Of the tolerance, what is kept free for units that cannot be cut up, and what absorbers may use of it. */
const ROOM = 0.06;
const ABSORBER_TOLERANCES = 2.5;
/** Parts off by more tolerances than this count more than others outside. */
const WORST_TOLERANCES = 2.75;
const LEAST_EXCESS = 1e-9;
/** Where the limits cannot be kept at all, repairing ends when it has looked at so many units. */
const MOST_LOOKS = { once: 10_000_000, perUnit: 200 };

/**
 * Brings parts that are outside the limits back inside by annealing the region about each, hotter than the whole
 * division could bear: as many parts as have room for their loads together. Where barriers do not leave as many, as few
 * as possible stay outside. A region becomes what it was where that did not help.
 */
export function repairLoads(division: Division, objective: Objective, seed: number): void {
  const outside = partsOutside(division, objective.limits);
  if (outside.length === 0) return;
  const repair = new Repair(division, objective);
  let looksLeft = MOST_LOOKS.once + MOST_LOOKS.perUnit * division.graph.count;
  for (const part of outside) {
    for (const [attempt, leastParts] of REGION_PARTS.entries()) {
      if (looksLeft < 0) return;
      const region = repair.regionToTry(part, leastParts);
      if (!region) break;
      repair.anneal(region, seed + attempt + 1);
      looksLeft -= HOT.sweeps * region.units.length;
      if (attempt + 1 === REGION_PARTS.length) repair.giveUp(region);
    }
  }
}

class Repair {
  readonly #division: Division;
  readonly #objective: Objective;
  readonly #regions: Regions;
  /** Filled in for units once they are in a region. */
  readonly #rings: Uint32Array;
  readonly #isRinged: Uint8Array;
  readonly #targets: Float64Array;
  readonly #slacks: Float64Array;
  readonly #isGivenUp: Uint8Array;

  constructor(division: Division, objective: Objective) {
    const { min, max } = objective.limits;
    this.#division = division;
    this.#objective = objective;
    this.#regions = new Regions(division);
    this.#rings = new Uint32Array(division.graph.neighbours.length);
    this.#isRinged = new Uint8Array(division.graph.count);
    this.#targets = new Float64Array(division.parts).fill((min + max) / 2);
    this.#slacks = new Float64Array(division.parts);
    this.#isGivenUp = new Uint8Array(division.parts);
  }

  /** The region about a part; undefined where there is nothing to be bettered. */
  regionToTry(part: number, leastParts: number): Region | undefined {
    const { limits } = this.#objective;
    if (this.#isGivenUp[part] || costOf(this.#division.loads[part]!, limits) === 0)
      return undefined;
    const region = this.#regions.about(part, leastParts, limits);
    const { absorbers } = splitLoad(region.load, region.own, limits);
    const isBest = costOfRegion(this.#division, region, limits) < absorbers + 0.3;
    return isClosed(region) && isBest ? undefined : region;
  }

  anneal(region: Region, seed: number): void {
    const { limits } = this.#objective;
    const { assignment } = this.#division;
    const { absorbers } = splitLoad(region.load, region.own, limits);
    const tolerance = (limits.max - limits.min) / 2;
    this.#slacks.fill(tolerance * (1 - ROOM));
    for (const absorber of furthestOff(this.#division, region, absorbers, limits)) {
      this.#slacks[absorber] = tolerance * ABSORBER_TOLERANCES;
    }
    for (const unit of region.units) {
      if (this.#isRinged[unit]) continue;
      this.#isRinged[unit] = 1;
      ringUnit(this.#division.graph, unit, this.#rings);
    }
    const before = costOfRegion(this.#division, region, limits);
    const kept = region.units.map((unit) => assignment[unit]!);
    annealBorders(
      this.#division,
      this.#rings,
      this.#objective,
      { targets: this.#targets, slacks: this.#slacks },
      { ...HOT, seed },
      region.units,
    );
    if (costOfRegion(this.#division, region, limits) >= before - LEAST_EXCESS) {
      region.units.forEach((unit, i) => {
        if (assignment[unit] !== kept[i]) this.#division.move(unit, kept[i]!);
      });
    }
    this.#regions.refresh(region);
  }

  /** Of a region that nothing can get into or out of, the other parts would be tried in vain too. */
  giveUp(region: Region): void {
    if (!isClosed(region)) return;
    for (const part of region.parts) this.#isGivenUp[part] = 1;
  }
}

function isClosed({ own, parts }: Region): boolean {
  return own === parts.length;
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
  const beyond = Math.max(0, off - WORST_TOLERANCES);
  return 1 + 2 * beyond + beyond * beyond;
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
