import { sharesOfGround } from "./barriersShares.ts";
import { Division } from "./division.ts";
import { repairLoads } from "./flowRepair.ts";
import { partitionByPlace } from "./geometric.ts";
import { withSomeLoad, type PartitionGraph } from "./graph.ts";
import { bridgesOf, withBridges } from "./islands.ts";
import { objectiveOf } from "./objective.ts";
import { limitsOf, type PartitionOptions } from "./options.ts";
import { polish } from "./polish.ts";
import { randomFrom } from "./random.ts";
import { scoreOf } from "./score.ts";

/** Small graphs are divided over and over, as often as so many units can be, and the best is taken. */
const UNITS_TRIED = 60_000;
const MOST_TRIES = 150;
/** The smallest have no more ways to try. */
const LEAST_TRIES = 8;

/**
 * Divides all units among `parts` parts: the part, 0 to `parts` - 1, of each unit. Parts are in one piece, over the
 * bridges of `bridgesOf` where an island cannot be a part of its own. The same for the same seed.
 */
export function partition(graph: PartitionGraph, options: PartitionOptions): Int32Array {
  const weighed = withSomeLoad(graph);
  const { min } = limitsOf(weighed.loads, options);
  const joined = withBridges(weighed, bridgesOf(weighed, options.parts, min));
  const { best, isStopped, isUnfinished } = bestOfTries(joined, options);
  if (isUnfinished) return best;
  const polished = polish(joined, best, options);
  repair(joined, polished, options);
  if (!isStopped) options.onProgress?.(1, () => polished.slice());
  return polished;
}

function bestOfTries(
  graph: PartitionGraph,
  options: PartitionOptions,
): { best: Int32Array; isStopped: boolean; isUnfinished: boolean } {
  const limits = limitsOf(graph.loads, options);
  const random = randomFrom(options.seed);
  const tries = options.tries ?? triesFor(graph.count);
  const shares = sharesOfGround(graph, options.parts, limits);
  let best: Int32Array = new Int32Array(graph.count);
  let least = Infinity;
  let isStopped = false;
  const goesOn = (share: number, answer: () => Int32Array) => {
    isStopped ||= options.onProgress?.(share, answer) === false;
    return !isStopped;
  };
  // Of several tries the first ones are what there is to show, of one what it has come to.
  const onPhase = tries > 1 ? () => true : goesOn;
  for (let attempt = 0; attempt < tries && !isStopped; attempt++) {
    const angle = (random() * Math.PI) / 2;
    const share = shares[attempt % shares.length]!;
    const tried = partitionByPlace(graph, options, share, angle, onPhase);
    const score = tries > 1 ? scoreOf(graph, tried, options, limits) : 0;
    if (score < least) {
      best = tried;
      least = score;
    }
    if (tries > 1) goesOn((attempt + 1) / (tries + 1), () => best.slice());
  }
  // A stop between tries means that what there is will do: it is finished as any other.
  return { best, isStopped, isUnfinished: isStopped && tries === 1 };
}

function triesFor(units: number): number {
  const most = Math.min(MOST_TRIES, LEAST_TRIES + units / 2);
  return Math.max(1, Math.floor(Math.min(most, UNITS_TRIED / units)));
}

/** Changes the assignment where parts are outside the limits. */
function repair(graph: PartitionGraph, assignment: Int32Array, options: PartitionOptions) {
  const limits = limitsOf(graph.loads, options);
  const division = new Division(graph, assignment, options.parts);
  const ideals = new Float64Array(options.parts).fill(limits.ideal);
  repairLoads(division, objectiveOf(division, options, limits, ideals), options.seed);
}
