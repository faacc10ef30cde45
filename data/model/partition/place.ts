import type { Contiguity } from "./contiguity.ts";
import type { Division } from "./division.ts";
import { squareOf, type Objective } from "./objective.ts";

/**
 * Places the units of no part, from the placed ones outwards: each in the neighbouring part where it fits best. Units
 * that no placed one reaches start from the part of the placed unit nearest to any of them.
 */
export function placeUnits(
  division: Division,
  objective: Objective,
  onMove: (unit: number) => void,
): void {
  const { graph, assignment } = division;
  const place = (unit: number, part: number) => {
    division.move(unit, part);
    onMove(unit);
  };
  let waiting: number[] = [];
  for (let unit = 0; unit < graph.count; unit++) if (assignment[unit]! < 0) waiting.push(unit);
  while (waiting.length > 0) {
    const stillWaiting: number[] = [];
    for (const unit of waiting) {
      const part = bestPartFor(division, objective, unit);
      if (part < 0) stillWaiting.push(unit);
      else place(unit, part);
    }
    if (stillWaiting.length === waiting.length) {
      const [unit, part] = nearestOf(division, stillWaiting);
      if (part < 0) return;
      place(unit, part);
      stillWaiting.splice(stillWaiting.indexOf(unit), 1);
    }
    waiting = stillWaiting;
  }
}

/** Gives each empty part a unit to grow from: of the heaviest parts, the one furthest from the centre that can go. */
export function seedEmptyParts(
  division: Division,
  contiguity: Contiguity,
  onMove: (unit: number) => void = () => undefined,
): void {
  const { graph, assignment, parts, unitCounts, loads, centreX, centreY } = division;
  for (let empty = 0; empty < parts; empty++) {
    if (unitCounts[empty]! > 0 || division.movesLeft < 1) continue;
    let [seed, most] = [-1, -1];
    for (let unit = 0; unit < graph.count; unit++) {
      const part = assignment[unit]!;
      if (part < 0 || unitCounts[part]! < 2 || division.isFixed(unit)) continue;
      const distance = Math.hypot(graph.x[unit]! - centreX[part]!, graph.y[unit]! - centreY[part]!);
      // The load counts most: distances only choose within the heaviest part.
      const worth = loads[part]! + (loads[part]! * distance) / (1e9 + distance);
      if (worth <= most || !contiguity.canLeave(unit, assignment)) continue;
      [seed, most] = [unit, worth];
    }
    if (seed < 0) return;
    division.move(seed, empty);
    onMove(seed);
  }
}

function bestPartFor(division: Division, objective: Objective, unit: number): number {
  const { graph, assignment, loads, centreX, centreY } = division;
  const { offsets, neighbours } = graph;
  const load = graph.loads[unit]!;
  let [best, most] = [-1, -Infinity];
  for (let i = offsets[unit]!; i < offsets[unit + 1]!; i++) {
    const part = assignment[neighbours[i]!]!;
    if (part < 0 || part === best) continue;
    let links = 0;
    for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) {
      if (assignment[neighbours[k]!] !== part) continue;
      links += objective.linkWeights ? objective.linkWeights[k]! : 1;
    }
    const off = loads[part]! - objective.ideals[part]!;
    const square =
      squareOf(graph.x[unit]! - centreX[part]!) + squareOf(graph.y[unit]! - centreY[part]!);
    const worth =
      objective.cutCost * links -
      objective.distanceCost * load * square -
      objective.balanceCost * (squareOf(off + load) - squareOf(off));
    if (worth > most) [best, most] = [part, worth];
  }
  return best;
}

/** The unit of those waiting that is nearest to a placed one, and that one's part; -1 where nothing is placed. */
function nearestOf({ graph, assignment }: Division, waiting: readonly number[]): [number, number] {
  let [unit, part, least] = [-1, -1, Infinity];
  for (const candidate of waiting) {
    for (let other = 0; other < graph.count; other++) {
      if (assignment[other]! < 0) continue;
      const square =
        squareOf(graph.x[candidate]! - graph.x[other]!) +
        squareOf(graph.y[candidate]! - graph.y[other]!);
      if (square < least) [unit, part, least] = [candidate, assignment[other]!, square];
    }
  }
  return [unit, part];
}
