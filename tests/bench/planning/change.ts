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

/** What it costs to better a plan of 50,000 units after 1 % of them changed, beside a plan from nothing. */
export async function benchChange(rounds: number): Promise<{ words: string; isReached: boolean }> {
  const graph = cityGraph(generateCity(COUNT, 1), "open");
  const times: number[] = [];
  const kept: number[] = [];
  let outside = 0;
  for (let round = 0; round <= rounds; round++) {
    const random = randomFrom(round);
    const options = { parts: PARTS, seed: round };
    const { result: before, milliseconds: full } = cpuTimed(() => partition(graph, options));
    const [changed, loads] = [before.slice(), graph.loads.slice()];
    for (let i = 0; i < CHANGED_SHARE * COUNT; i++) {
      const unit = Math.floor(random() * COUNT);
      if (random() < NEW_SHARE) changed[unit] = -1;
      else loads[unit]! *= 2 * random();
    }
    const { result: after, milliseconds: partial } = cpuTimed(() =>
      rebalance({ ...graph, loads }, changed, options),
    );
    // The first round warms both up.
    if (round === 0) continue;
    times.push(partial / full);
    kept.push(after.filter((part, unit) => part === before[unit]).length / COUNT);
    const measures = measurePartition({ ...graph, loads }, after, PARTS);
    outside = Math.max(outside, measures.outside + measures.disconnected);
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
