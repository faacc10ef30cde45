import { fileURLToPath } from "node:url";
import {
  compare,
  medianRatios,
  middleAnswer,
  ratiosOf,
  type Comparison,
} from "./planning/compare.ts";
import { benchChange } from "./planning/change.ts";
import { INSTANCES } from "./planning/instances.ts";
import { hasMetis } from "./planning/metis.ts";
import { median, printSection, type Section } from "./table.ts";

const NOTE = [
  "METIS 5: gpmetis -contig, its own timer of the partitioning, which counts processor time; ours: processor time of all",
  "threads of partition(), for 500,000 with the building of the graph from pairs of neighbours. In turns, one evaluator",
  "for both; medians, of ratios with least and most; faults (worst, outside ±5 %, cut off, spanning components) of the",
  "worst round. distance: household-weighted mean to the part's centre, metres. cut: pairs of neighbours separated.",
  "300/8: ±3 % asked of ours, METIS takes its best distance of 10 seeds, whose times are added up.",
  "Small divisions are tried as often as takes a fraction of a second; METIS once.",
  "barriers: METIS ignores -contig on a graph of several components, so each component gets its share of the parts",
  "(Sainte-Laguë, islands joined to the nearest unit, as ours) and METIS of its own, times added; “at once” is METIS on",
  "the whole graph, whose parts then span pieces that nobody can walk between.",
];

/** Ours beside METIS on generated cities and on real buildings, and what a small change costs. */
export async function benchPlanning(isQuick: boolean): Promise<Section> {
  // First, while there is no garbage of anything else to collect.
  const changed = await benchChange(isQuick ? 3 : 5);
  const isMetisThere = await hasMetis();
  const comparisons: Comparison[] = [];
  for (const instance of INSTANCES) {
    if (isQuick && instance.isLong) continue;
    comparisons.push(await compare(instance, isQuick ? 3 : 5, isMetisThere));
  }
  const growth = growthOf(comparisons);
  const missing = isMetisThere ? [] : ["gpmetis is not installed: its columns are left out."];
  return {
    title: "Planning: METIS | ours",
    goal: "every goal of the rows, exponent ≤ 1.10, and a small change",
    isReached:
      isMetisThere &&
      changed.isReached &&
      (growth === undefined || growth <= 1.1) &&
      comparisons.every((comparison) => verdictOf(comparison) !== "NOT reached"),
    columns: [
      "instance",
      "ms",
      "ratio",
      "worst %",
      "outside",
      "cut off",
      "spanning",
      "distance",
      "ratio",
      "cut",
      "ratio",
      "roundness",
      "goal",
    ],
    rows: comparisons.map(rowOf),
    note: [
      ...NOTE,
      ...missing,
      growth === undefined
        ? ""
        : `From 50,000 to 500,000 time with the graph grows with exponent ${growth.toFixed(2)}.`,
      changed.words,
      ...comparisons.flatMap(({ instance }) =>
        instance.goal ? [`${instance.name}: ${instance.goal.words}`] : [],
      ),
    ].join("\n  "),
  };
}

function rowOf(comparison: Comparison): string[] {
  const ours = middleAnswer(comparison.ours);
  const metis = comparison.metis.length > 0 ? middleAnswer(comparison.metis) : undefined;
  const both = (of: (answer: typeof ours) => string) => `${metis ? of(metis) : "–"} | ${of(ours)}`;
  const ratio = (of: (answer: typeof ours) => number) => {
    const ratios = ratiosOf(comparison, of);
    if (ratios.length === 0) return "–";
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return `${median(ratios).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
  };
  const percent = (share: number) => (100 * share).toFixed(1);
  return [
    comparison.instance.name,
    both(({ milliseconds }) => milliseconds.toFixed(0)),
    ratio(({ milliseconds }) => milliseconds),
    both(({ measures }) => `+${percent(measures.over)} −${percent(measures.under)}`),
    both(({ measures }) => `${measures.outside}`),
    both(({ measures }) => `${measures.disconnected}`),
    both(({ measures }) => `${measures.spanning}`),
    both(({ measures }) => measures.distance.toFixed(1)),
    ratio(({ measures }) => measures.distance),
    both(({ measures }) => measures.cut.toLocaleString("en")),
    ratio(({ measures }) => measures.cut),
    both(({ measures }) => measures.compactness.toFixed(2)),
    verdictOf(comparison),
  ];
}

function verdictOf(comparison: Comparison): string {
  const { instance, ours, metis } = comparison;
  if (!instance.goal || metis.length === 0) return "–";
  const ratios = medianRatios(comparison);
  const isReached = instance.goal.isReached(
    middleAnswer(ours).measures,
    middleAnswer(metis).measures,
    ratios,
  );
  return isReached ? "reached" : "NOT reached";
}

/**
 * The exponent of the time, with the building of the graph, over the number of units; undefined
 * without the large instance.
 */
function growthOf(comparisons: readonly Comparison[]): number | undefined {
  const timeOf = (name: string) => {
    const found = comparisons.find(({ instance }) => instance.name === name);
    if (!found) return undefined;
    const { instance, graphMilliseconds } = found;
    const { milliseconds } = middleAnswer(found.ours);
    return milliseconds + (instance.isGraphTimed ? 0 : graphMilliseconds);
  };
  const [small, large] = [timeOf("open 50,000/1,000"), timeOf("open 500,000/10,000")];
  return small && large ? Math.log10(large / small) : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printSection(await benchPlanning(process.argv.includes("--quick")));
}
