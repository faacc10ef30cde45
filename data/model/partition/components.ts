import type { PartitionGraph } from "./graph.ts";

export interface Components {
  count: number;
  /** From 0, in the order of their first units. */
  ofUnit: Int32Array;
}

/** The pieces of a graph between which there is no way at all. */
export function componentsOf(graph: PartitionGraph): Components {
  return piecesOf(graph, new Int32Array(graph.count));
}

/** The pieces of the parts: units of one part that reach each other within it. Units below 0 are in no piece (-1). */
export function piecesOf(
  { count, offsets, neighbours }: PartitionGraph,
  assignment: Int32Array,
): Components {
  const ofUnit = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  let pieces = 0;
  for (let start = 0; start < count; start++) {
    if (ofUnit[start] !== -1 || assignment[start]! < 0) continue;
    const part = assignment[start]!;
    ofUnit[start] = pieces;
    queue[0] = start;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const unit = queue[head]!;
      for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
        const other = neighbours[i]!;
        if (ofUnit[other] !== -1 || assignment[other] !== part) continue;
        ofUnit[other] = pieces;
        queue[length++] = other;
      }
    }
    pieces++;
  }
  return { count: pieces, ofUnit };
}

/** What the components (or pieces) hold together. */
export function totalsOf(
  { ofUnit, count }: Components,
  loads: Float64Array,
): { loads: Float64Array; unitCounts: Uint32Array } {
  const totals = { loads: new Float64Array(count), unitCounts: new Uint32Array(count) };
  for (let unit = 0; unit < ofUnit.length; unit++) {
    const component = ofUnit[unit]!;
    if (component < 0) continue;
    totals.loads[component]! += loads[unit]!;
    totals.unitCounts[component]!++;
  }
  return totals;
}
