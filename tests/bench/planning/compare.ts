import type { PartitionGraph } from "#data/model/partition/graph.ts";
import { measurePartition, type PartitionMeasures } from "#data/model/partition/measure.ts";
import { limitsOf } from "#data/model/partition/options.ts";
import { partition } from "#data/model/partition/partition.ts";
import { cpuTimed } from "./cpuTime.ts";
import type { Instance, Ratios } from "./instances.ts";
import { MetisGraph } from "./metis.ts";
import { MetisByComponent } from "./metisByComponent.ts";
import { median } from "../table.ts";

export interface Answer {
  milliseconds: number;
  measures: PartitionMeasures;
}

export interface Comparison {
  instance: Instance;
  /** What building the graph took, whether or not it counts. */
  graphMilliseconds: number;
  /** One a round. */
  ours: Answer[];
  metis: Answer[];
}

/** Partitions an instance with ours and with METIS in turns, another seed each round; the first round of ours is not counted. */
export async function compare(
  instance: Instance,
  rounds: number,
  isMetisThere: boolean,
): Promise<Comparison> {
  const { graph, milliseconds } = await instance.build();
  const metis = isMetisThere ? await writeFor(instance, graph) : undefined;
  const comparison: Comparison = { instance, graphMilliseconds: milliseconds, ours: [], metis: [] };
  const added = instance.isGraphTimed ? milliseconds : 0;
  ourAnswer(instance, graph, 0, added);
  try {
    for (let round = 1; round <= rounds; round++) {
      if (metis) comparison.metis.push(await metisAnswer(instance, graph, metis, round));
      comparison.ours.push(ourAnswer(instance, graph, round, added));
    }
  } finally {
    await metis?.remove();
  }
  return comparison;
}

function writeFor({ isByComponent, parts }: Instance, graph: PartitionGraph) {
  return isByComponent ? MetisByComponent.write(graph, parts) : MetisGraph.write(graph);
}

function ourAnswer(
  { parts, tolerance = 0.05 }: Instance,
  graph: PartitionGraph,
  seed: number,
  added: number,
): Answer {
  const { ideal } = limitsOf(graph.loads, { parts, seed });
  const limits = { minLoad: ideal * (1 - tolerance), maxLoad: ideal * (1 + tolerance) };
  const { result, milliseconds } = cpuTimed(() => partition(graph, { parts, seed, ...limits }));
  const measures = measurePartition(graph, result, parts);
  return { milliseconds: milliseconds + added, measures };
}

async function metisAnswer(
  { parts, metisTries = 1 }: Instance,
  graph: PartitionGraph,
  metis: MetisGraph | MetisByComponent,
  round: number,
): Promise<Answer> {
  let [milliseconds, best]: [number, PartitionMeasures | undefined] = [0, undefined];
  for (let attempt = 0; attempt < metisTries; attempt++) {
    const answer = await metis.partition(parts, round * metisTries + attempt);
    const measures = measurePartition(graph, answer.assignment, parts);
    milliseconds += answer.milliseconds;
    if (!best || measures.distance < best.distance) best = measures;
  }
  return { milliseconds, measures: best! };
}

/** Ours to METIS, round by round. */
export function ratiosOf({ ours, metis }: Comparison, of: (answer: Answer) => number): number[] {
  return ours.flatMap((answer, round) => (metis[round] ? [of(answer) / of(metis[round])] : []));
}

export function medianRatios(comparison: Comparison): Ratios {
  return {
    time: median(ratiosOf(comparison, ({ milliseconds }) => milliseconds)),
    distance: median(ratiosOf(comparison, ({ measures }) => measures.distance)),
    cut: median(ratiosOf(comparison, ({ measures }) => measures.cut)),
  };
}

/** The answer with the median of each measure by itself; counts of faults take the worst round. */
export function middleAnswer(answers: readonly Answer[]): Answer {
  const middle = (of: (answer: Answer) => number) => median(answers.map(of));
  const worst = (of: (measures: PartitionMeasures) => number) =>
    Math.max(...answers.map(({ measures }) => of(measures)));
  return {
    milliseconds: middle(({ milliseconds }) => milliseconds),
    measures: {
      imbalance: worst(({ imbalance }) => imbalance),
      over: worst(({ over }) => over),
      under: worst(({ under }) => under),
      outside: worst(({ outside }) => outside),
      disconnected: worst(({ disconnected }) => disconnected),
      spanning: worst(({ spanning }) => spanning),
      cut: middle(({ measures }) => measures.cut),
      cutMeters: middle(({ measures }) => measures.cutMeters),
      distance: middle(({ measures }) => measures.distance),
      compactness: middle(({ measures }) => measures.compactness),
    },
  };
}
