import { piecesOf } from "./components.ts";
import type { Division } from "./division.ts";

/**
 * Leaves each part its heaviest piece within a component and gives the units of the others to the neighbouring part
 * they have most links with, from the outside in. Parts are then in one piece each.
 */
export function joinFragments(division: Division): void {
  const { graph, assignment, parts } = division;
  const { ofUnit, count } = piecesOf(graph, assignment);
  if (count <= parts) return;
  const loads = new Float64Array(count);
  const partOf = new Int32Array(count);
  for (let unit = 0; unit < graph.count; unit++) {
    // Without any load the larger piece is the heavier.
    loads[ofUnit[unit]!]! += graph.loads[unit]! + 1e-6;
    partOf[ofUnit[unit]!] = assignment[unit]!;
  }
  const heaviest = new Int32Array(parts).fill(-1);
  for (let piece = 0; piece < count; piece++) {
    const part = partOf[piece]!;
    if (heaviest[part]! < 0 || loads[piece]! > loads[heaviest[part]!]!) heaviest[part] = piece;
  }
  const isLoose = Uint8Array.from(ofUnit, (piece) => (heaviest[partOf[piece]!] === piece ? 0 : 1));
  let loose: number[] = [];
  for (let unit = 0; unit < graph.count; unit++) if (isLoose[unit]) loose.push(unit);
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

function closestPart({ graph, assignment }: Division, unit: number, isLoose: Uint8Array): number {
  const { offsets, neighbours } = graph;
  let [best, most] = [-1, 0];
  for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
    if (isLoose[neighbours[i]!]) continue;
    const part = assignment[neighbours[i]!]!;
    let links = 0;
    for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) {
      if (!isLoose[neighbours[k]!] && assignment[neighbours[k]!] === part) links++;
    }
    if (links > most) [best, most] = [part, links];
  }
  return best;
}
