import { componentsOf, piecesOf, totalsOf, type Components } from "./components.ts";
import type { Division } from "./division.ts";
import { areOnePieceEach } from "./onePiece.ts";

/**
 * Leaves each part its heaviest piece and gives the units of the others to the neighbouring part they have most links
 * with, from the outside in. Parts are then in one piece each. Where the division has bonds each part keeps its
 * heaviest piece in every component, as somebody meant it to be there, and a piece with a fixed unit, or with more units
 * than may still move, stays.
 */
export function joinFragments(division: Division): void {
  const { graph, assignment, parts } = division;
  if (areOnePieceEach(graph, assignment, parts)) return;
  const pieces = piecesOf(graph, assignment);
  let loose = looseUnits(division, pieces);
  const isLoose = new Uint8Array(graph.count);
  for (const unit of loose) isLoose[unit] = 1;
  while (loose.length > 0) {
    const stillLoose: number[] = [];
    for (const unit of loose) {
      const part = closestPart(division, unit, isLoose);
      if (part < 0) {
        stillLoose.push(unit);
        continue;
      }
      division.move(unit, part);
      isLoose[unit] = 0;
    }
    // What is left has no neighbour in any part's main piece: a component without a part of its own.
    if (stillLoose.length === loose.length) return;
    loose = stillLoose;
  }
}

/** Units outside the pieces that stay; the lightest pieces first. */
function looseUnits(division: Division, pieces: Components): number[] {
  const { graph, assignment, parts } = division;
  const components = componentsOf(graph);
  const totals = totalsOf(pieces, graph.loads);
  const placeOf = new Float64Array(pieces.count);
  const members: number[][] = Array.from({ length: pieces.count }, () => []);
  for (let unit = 0; unit < graph.count; unit++) {
    const piece = pieces.ofUnit[unit]!;
    if (piece < 0) continue;
    const component = division.bonds ? components.ofUnit[unit]! : 0;
    placeOf[piece] = component * parts + assignment[unit]!;
    members[piece]!.push(unit);
  }
  const byWeight = [...members.keys()].sort(
    (a, b) => totals.loads[a]! - totals.loads[b]! || totals.unitCounts[a]! - totals.unitCounts[b]!,
  );
  const mainPieces = new Map(byWeight.map((piece) => [placeOf[piece]!, piece]));
  let movesLeft = division.movesLeft;
  const loose: number[] = [];
  for (const piece of byWeight) {
    const units = members[piece]!;
    if (mainPieces.get(placeOf[piece]!) === piece) continue;
    if (units.length > movesLeft || units.some((unit) => division.isFixed(unit))) continue;
    movesLeft -= units.length;
    for (const unit of units) loose.push(unit);
  }
  return loose;
}

function closestPart({ graph, assignment }: Division, unit: number, isLoose: Uint8Array): number {
  const { offsets, neighbours } = graph;
  let [best, most] = [-1, 0];
  for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
    const part = assignment[neighbours[i]!]!;
    if (part < 0 || isLoose[neighbours[i]!]) continue;
    let links = 0;
    for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) {
      if (!isLoose[neighbours[k]!] && assignment[neighbours[k]!] === part) links++;
    }
    if (links > most) [best, most] = [part, links];
  }
  return best;
}
