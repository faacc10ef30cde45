/** Above so many rows or columns the best pairs are taken one after the other instead. */
const MOST_EXACT = 400;

/**
 * Pairs parts with known groups so that as much as possible stays where it is: the greatest sum of
 * overlaps (Hungarian algorithm, O(n³)); among very many, greedily. Pairs without overlap stay apart.
 * @param overlaps part → known group → what they have in common
 * @returns the known group of each part, -1 for none
 */
export function matchParts(
  overlaps: readonly ReadonlyMap<number, number>[],
  known: number,
): Int32Array {
  if (overlaps.every((row) => row.size === 0)) return new Int32Array(overlaps.length).fill(-1);
  const size = Math.max(overlaps.length, known);
  const matched = size > MOST_EXACT ? greedy(overlaps) : hungarian(overlaps, size);
  return matched.map((group, part) => (overlaps[part]!.has(group) ? group : -1));
}

function greedy(overlaps: readonly ReadonlyMap<number, number>[]): Int32Array {
  const pairs = overlaps.flatMap((row, part) =>
    Array.from(row, ([group, overlap]) => ({ part, group, overlap })),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || a.part - b.part || a.group - b.group);
  const matched = new Int32Array(overlaps.length).fill(-1);
  const taken = new Set<number>();
  for (const { part, group } of pairs) {
    if (matched[part]! >= 0 || taken.has(group)) continue;
    matched[part] = group;
    taken.add(group);
  }
  return matched;
}

/** Shortest augmenting paths over potentials (Jonker and Volgenant, 1987), rows one by one. */
function hungarian(overlaps: readonly ReadonlyMap<number, number>[], size: number): Int32Array {
  const rowPotential = new Float64Array(size + 1);
  const potential = new Float64Array(size + 1);
  // Columns and rows count from 1; column 0 is where a path starts.
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Infinity);
    const before = new Int32Array(size + 1);
    const isDone = new Uint8Array(size + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      isDone[column] = 1;
      const from = rowOf[column]!;
      let [nearest, step] = [0, Infinity];
      for (let other = 1; other <= size; other++) {
        if (isDone[other]) continue;
        const gain = overlaps[from - 1]?.get(other - 1) ?? 0;
        const cost = -gain - rowPotential[from]! - potential[other]!;
        if (cost < least[other]!) [least[other], before[other]] = [cost, column];
        if (least[other]! < step) [step, nearest] = [least[other]!, other];
      }
      for (let other = 0; other <= size; other++) {
        if (isDone[other]) {
          rowPotential[rowOf[other]!]! += step;
          potential[other]! -= step;
        } else least[other]! -= step;
      }
      column = nearest;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
  }
  const matched = new Int32Array(overlaps.length).fill(-1);
  for (let column = 1; column <= size; column++) {
    if (rowOf[column]! <= overlaps.length) matched[rowOf[column]! - 1] = column - 1;
  }
  return matched;
}
