import { piecesOf } from "../partition/components.ts";
import { loadsOfParts } from "../partition/measure.ts";
import type { Bench } from "./bench.ts";
import { currentMicroGrids } from "./current.ts";
import type { Division } from "./divideGraph.ts";
import { membersOf } from "./layout.ts";
import { placeLoose } from "./placeLoose.ts";
import { graphOfUnits } from "./subgraphs.ts";

/**
 * Makes the draft's micro-grids fit grids that have changed. A micro-grid that a new border cuts stays
 * where most of it lies. What is cut off joins a micro-grid beside it in its own grid, or becomes one
 * itself where it is large enough and `mayMake`. A grid without any gets one of all its units.
 * @returns micro-grids numbered as `free.microGridIds`, new ones after them
 */
export function fitMicroGrids(bench: Bench, grids: Division, mayMake: boolean): Division {
  const { ground, free, settings, seed } = bench;
  const parts = mainPieces(bench, grids, mayMake);
  let count = parts.reduce((most, part) => Math.max(most, part + 1), free.microGridIds.length);
  const [min, max] = settings.microGridHouseholds;
  const members = membersOf(
    grids.parts.map((grid, unit) => (free.isFree[unit] ? grid : -1)),
    grids.count,
  );
  for (const units of members) {
    if (units.length === 0) continue;
    const here = [...new Set(units.map((unit) => parts[unit]!))].filter((part) => part >= 0);
    if (here.length === 0) {
      for (const unit of units) parts[unit] = count;
      count++;
      continue;
    }
    const placeOf = new Map(here.map((part, place) => [part, place]));
    const local = Int32Array.from(units, (unit) => placeOf.get(parts[unit]!) ?? -1);
    const graph = graphOfUnits(ground.graph, units);
    const placed = placeLoose(graph, local, here.length, { min, max }, seed);
    units.forEach((unit, i) => (parts[unit] = here[placed[i]!]!));
  }
  return { parts, count };
}

/** Micro-grids as they are, less what lies in another grid than most of them; -1 for that and what is uncovered. */
function mainPieces(
  { ground, free, settings, ...bench }: Bench,
  grids: Division,
  mayMake: boolean,
) {
  const parts = currentMicroGrids({ ground, free, settings, ...bench });
  const { loads, count } = ground.graph;
  // A piece is what of a micro-grid lies in one grid, connected.
  const keys = new Map<string, number>();
  const cut = cutMicroGrids(parts, grids.parts);
  const labels = parts.map((part, unit) => {
    if (part < 0 || !cut.has(part)) return -1;
    const key = `${part} ${grids.parts[unit]}`;
    if (!keys.has(key)) keys.set(key, keys.size);
    return keys.get(key)!;
  });
  const pieces = piecesOf(ground.graph, labels);
  const sums = loadsOfParts({ ...ground.graph, loads }, pieces.ofUnit, pieces.count);
  const main = new Map<number, number>();
  for (let unit = 0; unit < count; unit++) {
    const piece = pieces.ofUnit[unit]!;
    if (piece < 0) continue;
    const known = main.get(parts[unit]!);
    if (known === undefined || sums[piece]! > sums[known]!) main.set(parts[unit]!, piece);
  }
  const made = new Map<number, number>();
  const [least] = settings.microGridHouseholds;
  return parts.map((part, unit) => {
    const piece = pieces.ofUnit[unit]!;
    if (piece < 0 || main.get(part) === piece) return part;
    if (!mayMake || sums[piece]! < least) return -1;
    if (!made.has(piece)) made.set(piece, free.microGridIds.length + made.size);
    return made.get(piece)!;
  });
}

/** The micro-grids that lie in several grids. */
function cutMicroGrids(parts: Int32Array, grids: Int32Array): Set<number> {
  const gridOf = new Map<number, number>();
  const cut = new Set<number>();
  parts.forEach((part, unit) => {
    if (part < 0) return;
    const known = gridOf.get(part);
    if (known === undefined) gridOf.set(part, grids[unit]!);
    else if (known !== grids[unit]) cut.add(part);
  });
  return cut;
}
