import { BEGINNING, type Way } from "./tourWay.ts";

/**
 * The shortest open path through all points by dynamic programming over subsets (Held and Karp, "A
 * dynamic programming approach to sequencing problems", 1962): 2ⁿ·n² steps.
 */
export function exactOrder(count: number, way: Way): number[] {
  const all = (1 << count) - 1;
  // For a set of points and the last of them: the length of the shortest path, and the one before.
  const lengths = new Float64Array((all + 1) * count).fill(Infinity);
  const before = new Int8Array((all + 1) * count).fill(BEGINNING);
  for (let point = 0; point < count; point++) {
    lengths[(1 << point) * count + point] = way(BEGINNING, point);
  }
  for (let set = 1; set <= all; set++) {
    for (let last = 0; last < count; last++) {
      const length = lengths[set * count + last]!;
      if (length === Infinity) continue;
      for (let next = 0; next < count; next++) {
        if (set & (1 << next)) continue;
        const place = (set | (1 << next)) * count + next;
        const longer = length + way(last, next);
        if (longer >= lengths[place]!) continue;
        lengths[place] = longer;
        before[place] = last;
      }
    }
  }
  return readBack(count, lengths, before);
}

function readBack(count: number, lengths: Float64Array, before: Int8Array): number[] {
  let set = (1 << count) - 1;
  let last = 0;
  for (let point = 1; point < count; point++) {
    if (lengths[set * count + point]! < lengths[set * count + last]!) last = point;
  }
  const order: number[] = [];
  while (set !== 0) {
    order.push(last);
    const place = set * count + last;
    set &= ~(1 << last);
    last = before[place]!;
  }
  return order.reverse();
}
