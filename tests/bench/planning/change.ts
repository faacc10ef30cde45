import type { PartitionGraph } from "#data/model/partition/graph.ts";
import { measurePartition } from "#data/model/partition/measure.ts";
import { partition } from "#data/model/partition/partition.ts";
import { randomFrom } from "#data/model/partition/random.ts";
import { rebalance } from "#data/model/partition/rebalance.ts";
import { median } from "../table.ts";
import { generateCity } from "./city.ts";
import { cityGraph } from "./cityGraph.ts";
import { cpuTimed } from "./cpuTime.ts";

const [COUNT, PARTS] = [50_000, 1000];
const CHANGED_SHARE = 0.01;
/** Of the changed units, those that are new and in no part yet; the others are let anew, up to twice as full. */
const NEW_SHARE = 0.2;

/** Changes made to each division, one after the other from where it was. */
const CHANGES = 5;
/** As many first, so that no compiling is measured: it would take longer than a change. */
const WARMING_CHANGES = 60;

/** What it costs to better a plan of 50,000 units after 1 % of them changed, beside a plan from nothing. */
export async function benchChange(rounds: number): Promise<{ words: string; isReached: boolean }> {
  const graph = cityGraph(generateCity(COUNT, 1), "open");
  const times: number[] = [];
  const kept: number[] = [];
  let outside = 0;
  for (let round = 0; round <= rounds; round++) {
    const options = { parts: PARTS, seed: round };
    const full = cpuTimed(() => partition(graph, options));
    const count = round === 0 ? WARMING_CHANGES : CHANGES;
    const changes = Array.from({ length: count }, (_, change) =>
      measureChange(graph, full.result, options, round * WARMING_CHANGES + change),
    );
    // The first round warms both up.
    if (round === 0) continue;
    times.push(median(changes.map(({ milliseconds }) => milliseconds)) / full.milliseconds);
    kept.push(...changes.map((change) => change.kept));
    outside = Math.max(outside, ...changes.map((change) => change.outside));
  }
  const [time, share] = [median(times), Math.min(...kept)];
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return Promise.resolve({
    words:
      `1 % of ${COUNT.toLocaleString("en")} units change: re-balanced in ${percent(time)} of the full time ` +
      `(${percent(Math.min(...times))}–${percent(Math.max(...times))}; goal 5 %), ${percent(share)} of units keep ` +
      `their part (goal 95 %), ${outside} parts outside or cut off.`,
    isReached: time <= 0.05 && share >= 0.95 && outside === 0,
  });
}

function measureChange(
  graph: PartitionGraph,
  before: Int32Array,
  options: { parts: number; seed: number },
  seed: number,
) {
  const random = randomFrom(seed);
  const assignment = before.slice();
  const changed = { ...graph, loads: graph.loads.slice() };
  for (let i = 0; i < CHANGED_SHARE * COUNT; i++) {
    const unit = Math.floor(random() * COUNT);
    if (random() < NEW_SHARE) assignment[unit] = -1;
    else changed.loads[unit]! *= 2 * random();
  }
  const { result, milliseconds } = cpuTimed(() => rebalance(changed, assignment, options));
  const { outside, disconnected } = measurePartition(changed, result, PARTS);
  return {
    milliseconds,
    kept: result.filter((part, unit) => part === before[unit]).length / COUNT,
    outside: outside + disconnected,
  };
}
