/** An undirected graph of units in compressed rows: each pair stands in the rows of both its units. */
export interface PartitionGraph {
  count: number;
  /** Row `unit` is `offsets[unit]` to `offsets[unit + 1]`; one more than `count`. */
  offsets: Uint32Array;
  /** Ascending within a row; no unit is its own neighbour. */
  neighbours: Uint32Array;
  /** Length of the open common border, parallel to `neighbours`. */
  borderMeters: Float64Array;
  /** Metres in a plane. */
  x: Float64Array;
  y: Float64Array;
  /** What is to be shared out evenly, 0 or more per unit. */
  loads: Float64Array;
}

export interface NeighbourPairs {
  firsts: ArrayLike<number>;
  seconds: ArrayLike<number>;
  meters: ArrayLike<number>;
}

/** Each pair once, in any order and either direction. */
export function graphOfPairs(
  { firsts, seconds, meters }: NeighbourPairs,
  { x, y, loads }: Pick<PartitionGraph, "x" | "y" | "loads">,
): PartitionGraph {
  const count = loads.length;
  const offsets = rowStarts(firsts, seconds, count);
  const unsorted = new Uint32Array(2 * firsts.length);
  const unsortedMeters = new Float64Array(unsorted.length);
  const ends = offsets.slice(0, count);
  for (let pair = 0; pair < firsts.length; pair++) {
    const [a, b] = [firsts[pair]!, seconds[pair]!];
    unsortedMeters[ends[a]!] = unsortedMeters[ends[b]!] = meters[pair]!;
    unsorted[ends[a]!++] = b;
    unsorted[ends[b]!++] = a;
  }
  // Rows visited in order hand themselves to their neighbours' rows, which are then in order without sorting.
  const neighbours = new Uint32Array(unsorted.length);
  const borderMeters = new Float64Array(unsorted.length);
  ends.set(offsets.subarray(0, count));
  for (let unit = 0; unit < count; unit++) {
    for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
      const place = ends[unsorted[i]!]!++;
      neighbours[place] = unit;
      borderMeters[place] = unsortedMeters[i]!;
    }
  }
  return { count, offsets, neighbours, borderMeters, x, y, loads };
}

/** Where nothing weighs anything, each unit weighs the same. */
export function withSomeLoad(graph: PartitionGraph): PartitionGraph {
  if (graph.loads.some((load) => load > 0)) return graph;
  return { ...graph, loads: new Float64Array(graph.count).fill(1) };
}

function rowStarts(
  firsts: ArrayLike<number>,
  seconds: ArrayLike<number>,
  count: number,
): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  for (let pair = 0; pair < firsts.length; pair++) {
    offsets[firsts[pair]! + 1]!++;
    offsets[seconds[pair]! + 1]!++;
  }
  for (let unit = 0; unit < count; unit++) offsets[unit + 1]! += offsets[unit]!;
  return offsets;
}
