/**
 * Gives each group one of so many colours so that groups that touch never share one, each colour about as often as the
 * others. Groups are taken in "smallest last" order (Matula and Beck, 1983): a map has always a group with at most five
 * neighbours, so six colours are enough for any division into connected grounds. Grids in several parts can ask for
 * more; a swap along a Kempe chain then frees a colour if any can be freed, otherwise the rarest conflict is taken.
 * Deterministic. `touching` lists the neighbours of each group.
 */
export function colourGroups(
  touching: readonly (readonly number[])[],
  colourCount: number,
): number[] {
  const colours = touching.map(() => -1);
  const uses = Array.from({ length: colourCount }, () => 0);
  for (const group of smallestLast(touching).reverse()) {
    const taken = new Set(touching[group]!.map((other) => colours[other]!));
    let colour = leastUsed(uses, (candidate) => !taken.has(candidate));
    colour ??= freeByKempe(group, touching, colours, colourCount);
    colour ??= leastConflicting(group, touching, colours, colourCount);
    colours[group] = colour;
    uses.fill(0);
    for (const used of colours) if (used >= 0) uses[used]!++;
  }
  return colours;
}

/** Repeatedly takes away the group with the fewest neighbours left; the lowest number first among equals. */
function smallestLast(touching: readonly (readonly number[])[]): number[] {
  const degrees = touching.map((groups) => groups.length);
  const isTaken = touching.map(() => false);
  return touching.map(() => {
    let best = -1;
    degrees.forEach((degree, group) => {
      if (!isTaken[group] && (best < 0 || degree < degrees[best]!)) best = group;
    });
    isTaken[best] = true;
    for (const other of touching[best]!) degrees[other]!--;
    return best;
  });
}

function leastUsed(
  uses: readonly number[],
  isFree: (colour: number) => boolean,
): number | undefined {
  let best: number | undefined;
  uses.forEach((use, colour) => {
    if (isFree(colour) && (best === undefined || use < uses[best]!)) best = colour;
  });
  return best;
}

/** Swaps two colours from one neighbour on, if that takes the first colour away from all neighbours. */
function freeByKempe(
  group: number,
  touching: readonly (readonly number[])[],
  colours: number[],
  colourCount: number,
): number | undefined {
  for (let from = 0; from < colourCount; from++) {
    for (let to = 0; to < colourCount; to++) {
      if (from === to) continue;
      const chain = new Set<number>();
      const queue = touching[group]!.filter((other) => colours[other] === from);
      for (const each of queue) {
        if (chain.has(each)) continue;
        chain.add(each);
        queue.push(
          ...touching[each]!.filter((other) => colours[other] === from || colours[other] === to),
        );
      }
      if (touching[group]!.some((other) => colours[other] === to && chain.has(other))) continue;
      for (const each of chain) colours[each] = colours[each] === from ? to : from;
      return from;
    }
  }
  return undefined;
}

function leastConflicting(
  group: number,
  touching: readonly (readonly number[])[],
  colours: readonly number[],
  colourCount: number,
): number {
  const conflicts = Array.from({ length: colourCount }, () => 0);
  for (const other of touching[group]!) {
    const colour = colours[other]!;
    if (colour >= 0) conflicts[colour]!++;
  }
  return leastUsed(conflicts, () => true) ?? 0;
}
