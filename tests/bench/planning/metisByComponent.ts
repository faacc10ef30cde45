import { allotParts } from "#data/model/partition/allot.ts";
import { componentsOf } from "#data/model/partition/components.ts";
import { graphOfPairs, type PartitionGraph } from "#data/model/partition/graph.ts";
import { bridgesOf, withBridges } from "#data/model/partition/islands.ts";
import { limitsOf } from "#data/model/partition/options.ts";
import { MetisGraph, type MetisAnswer } from "./metis.ts";

/**
 * METIS as one has to run it where the ground is cut: `-contig` is ignored on a graph of several components, so each
 * gets its share of the parts, by the product's own rule for islands, and METIS of its own. Times are added up.
 */
export class MetisByComponent {
  readonly #pieces: { units: number[]; parts: number; metis: MetisGraph }[];
  readonly #count: number;

  private constructor(
    pieces: { units: number[]; parts: number; metis: MetisGraph }[],
    count: number,
  ) {
    this.#pieces = pieces;
    this.#count = count;
  }

  static async write(graph: PartitionGraph, parts: number): Promise<MetisByComponent> {
    const { min } = limitsOf(graph.loads, { parts, seed: 0 });
    const joined = withBridges(graph, bridgesOf(graph, parts, min));
    const { count, ofUnit } = componentsOf(joined);
    const units: number[][] = Array.from({ length: count }, () => []);
    const loads = new Float64Array(count);
    ofUnit.forEach((component, unit) => {
      units[component]!.push(unit);
      loads[component]! += graph.loads[unit]!;
    });
    const unitCounts = Uint32Array.from(units, ({ length }) => length);
    const allotted = allotParts(loads, unitCounts, parts);
    const pieces = [];
    for (let component = 0; component < count; component++) {
      const metis = await MetisGraph.write(subgraphOf(joined, units[component]!));
      pieces.push({ units: units[component]!, parts: allotted[component]!, metis });
    }
    return new MetisByComponent(pieces, graph.count);
  }

  async partition(_parts: number, seed: number): Promise<MetisAnswer> {
    const assignment = new Int32Array(this.#count);
    let [milliseconds, first] = [0, 0];
    for (const { units, parts, metis } of this.#pieces) {
      // METIS refuses to make one part of something.
      const answer = parts > 1 ? await metis.partition(parts, seed) : undefined;
      units.forEach((unit, i) => (assignment[unit] = first + (answer?.assignment[i] ?? 0)));
      milliseconds += answer?.milliseconds ?? 0;
      first += parts;
    }
    return { assignment, milliseconds };
  }

  async remove(): Promise<void> {
    for (const { metis } of this.#pieces) await metis.remove();
  }
}

function subgraphOf(graph: PartitionGraph, units: readonly number[]): PartitionGraph {
  const placeOf = new Map(units.map((unit, place) => [unit, place]));
  const [firsts, seconds, meters]: [number[], number[], number[]] = [[], [], []];
  units.forEach((unit, place) => {
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      const other = placeOf.get(graph.neighbours[i]!);
      if (other === undefined || other < place) continue;
      firsts.push(place);
      seconds.push(other);
      meters.push(graph.borderMeters[i]!);
    }
  });
  const pick = (values: Float64Array) => Float64Array.from(units, (unit) => values[unit]!);
  return graphOfPairs(
    { firsts, seconds, meters },
    { x: pick(graph.x), y: pick(graph.y), loads: pick(graph.loads) },
  );
}
