import { graphOfPairs, type PartitionGraph } from "#data/model/partition/graph.ts";
import type { PartitionMeasures } from "#data/model/partition/measure.ts";
import { generateCity } from "./city.ts";
import { cpuTimed } from "./cpuTime.ts";
import { cityPairs, type CityVariant } from "./cityGraph.ts";
import { realGraph, type RealSet } from "./realSets.ts";

/** Medians of rounds of the ratio of ours to METIS. */
export interface Ratios {
  time: number;
  distance: number;
  cut: number;
}

export interface Goal {
  words: string;
  isReached: (ours: PartitionMeasures, metis: PartitionMeasures, ratios: Ratios) => boolean;
}

export interface Instance {
  name: string;
  parts: number;
  /** The graph, and how long it took to build from pairs of neighbours in milliseconds. */
  build: () => Promise<{ graph: PartitionGraph; milliseconds: number }>;
  /** Share of the ideal load parts may be off; 0.05 if not given. */
  tolerance?: number;
  /** METIS takes its best distance of so many seeds, instead of one a round. */
  metisTries?: number;
  /** METIS once for each component of the graph. */
  isByComponent?: boolean;
  /** The building of the graph counts as ours. */
  isGraphTimed?: boolean;
  isLong?: boolean;
  goal?: Goal;
}

const isSound = ({ disconnected, outside }: PartitionMeasures) =>
  disconnected === 0 && outside === 0;

const HALF_THE_TIME: Goal = {
  words: "0 disconnected, 0 outside, distance ≤ 0.92, cut ≤ 1.05, time ≤ 0.5",
  isReached: (ours, _, { time, distance, cut }) =>
    isSound(ours) && distance <= 0.92 && cut <= 1.05 && time <= 0.5,
};
const LARGE: Goal = {
  words: "0 disconnected, 0 outside, time with graph ≤ 0.33",
  isReached: (ours, _, { time }) => isSound(ours) && time <= 0.33,
};
const SMALL: Goal = {
  words: "±3 %, distance ≤ 0.95",
  isReached: (ours, _, { distance }) =>
    ours.disconnected === 0 && ours.imbalance <= 0.03 && distance <= 0.95,
};
const BARRED: Goal = {
  words: "outside ≤ 0.5 ×, worst under-fill 15 %, cut ≤ 1.05, time ≤ 1.5",
  isReached: (ours, metis, { time, cut }) =>
    ours.outside <= 0.5 * metis.outside && ours.under <= 0.15 && cut <= 1.05 && time <= 1.5,
};

export const INSTANCES: readonly Instance[] = [
  { ...city(300, 8, "open"), tolerance: 0.03, metisTries: 10, goal: SMALL },
  city(3000, 60, "open"),
  { ...city(50_000, 1000, "open"), goal: HALF_THE_TIME },
  { ...city(500_000, 10_000, "open"), isGraphTimed: true, isLong: true, goal: LARGE },
  { ...city(300, 8, "barriers"), isByComponent: true },
  { ...city(3000, 60, "barriers"), isByComponent: true },
  { ...city(50_000, 1000, "barriers"), isByComponent: true, goal: BARRED },
  { ...city(50_000, 1000, "barriers"), name: "barriers, METIS at once 50,000/1,000" },
  ...[4, 8, 12].map((parts) => real("singapore_sengkang_hdb", "Sengkang", parts)),
  ...[6, 12, 25].map((parts) => real("shanghai_lujiazui", "陆家嘴", parts)),
];

function city(count: number, parts: number, variant: CityVariant): Instance {
  const build = async () => {
    const made = generateCity(count, 1);
    const pairs = cityPairs(made, variant);
    const { x, y, households: loads } = made;
    const { result, milliseconds } = cpuTimed(() => graphOfPairs(pairs, { x, y, loads }));
    return Promise.resolve({ graph: result, milliseconds });
  };
  const size = `${count.toLocaleString("en")}/${parts.toLocaleString("en")}`;
  return { name: `${variant} ${size}`, parts, build };
}

function real(set: RealSet, title: string, parts: number): Instance {
  const build = async () => ({ graph: await realGraph(set), milliseconds: 0 });
  return { name: `${title} /${parts}`, parts, build };
}
