/**
 * Colours groups again after some units moved, so that what a planner looks at keeps its colour: a
 * group that has one keeps it unless a neighbour has the same and another is free. Groups without one
 * (less than 0) get the one that is used least among those that no neighbour has.
 * @param touching the neighbours of each group
 */
export function recolour(
  touching: readonly (readonly number[])[],
  former: readonly number[],
  colourCount: number,
): number[] {
  const colours = touching.map((_, group) => former[group] ?? -1);
  const uses = Array.from({ length: colourCount }, () => 0);
  for (const colour of colours) if (colour >= 0) uses[colour]!++;
  const free = (group: number) => {
    const taken = new Set(touching[group]!.map((other) => colours[other]!));
    return leastUsed(uses, (colour) => !taken.has(colour));
  };
  const give = (group: number, colour: number) => {
    if (colours[group]! >= 0) uses[colours[group]!]!--;
    colours[group] = colour;
    uses[colour]!++;
  };
  for (const group of colours.keys()) {
    if (colours[group]! < 0) give(group, free(group) ?? leastUsed(uses, () => true) ?? 0);
  }
  for (const group of colours.keys()) {
    const clash = touching[group]!.find((other) => colours[other] === colours[group]);
    if (clash === undefined) continue;
    // The one of them with the fewest neighbours is seen least.
    const first = touching[clash]!.length < touching[group]!.length ? clash : group;
    for (const each of [first, first === group ? clash : group]) {
      const colour = free(each);
      if (colour === undefined) continue;
      give(each, colour);
      break;
    }
  }
  return colours;
}

function leastUsed(uses: readonly number[], isFree: (colour: number) => boolean) {
  let best: number | undefined;
  uses.forEach((use, colour) => {
    if (isFree(colour) && (best === undefined || use < uses[best]!)) best = colour;
  });
  return best;
}
