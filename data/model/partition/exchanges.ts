import type { Contiguity } from "./contiguity.ts";
import type { Division } from "./division.ts";
import type { Members } from "./members.ts";
import { excessOf, moveGain, type Objective } from "./objective.ts";

const LEAST_RELIEF = 1e-9;

interface Exchange {
  /** Leaves the part for the other's. */
  given: number;
  taken: number;
}

/**
 * Exchanges a unit of a part outside the limits for one of a neighbouring part where no single unit has the right load:
 * the exchange that leaves the two the least outside. Whether there is one.
 */
export function exchangeUnits(
  division: Division,
  contiguity: Contiguity,
  objective: Objective,
  members: Members,
  part: number,
  onMove: (unit: number) => void,
): boolean {
  for (const { given, taken } of exchangesOf(division, objective, members, part)) {
    const { assignment } = division;
    const other = assignment[taken]!;
    const strayed = division.strayedBy(given, other) + division.strayedBy(taken, part);
    if (strayed > division.movesLeft || !contiguity.canLeave(given, assignment)) continue;
    move(division, members, given, part, other);
    if (touches(division, taken, part) && contiguity.canLeave(taken, assignment)) {
      move(division, members, taken, other, part);
      onMove(given);
      onMove(taken);
      return true;
    }
    move(division, members, given, other, part);
  }
  return false;
}

/** Those that bring relief, the most first; of equals what the objective gains most by. */
function exchangesOf(
  division: Division,
  objective: Objective,
  members: Members,
  part: number,
): Exchange[] {
  const { loads, assignment, graph } = division;
  const { min, max } = objective.limits;
  const found: (Exchange & { relief: number; gain: number })[] = [];
  const neighbouring = boundaryUnits(division, members, part);
  for (const [other, own] of neighbouring) {
    const theirs = boundaryUnits(division, members, other).get(part) ?? [];
    const before = excessOf(loads[part]!, min, max) + excessOf(loads[other]!, min, max);
    for (const given of own) {
      for (const taken of theirs) {
        const net = graph.loads[given]! - graph.loads[taken]!;
        const after =
          excessOf(loads[part]! - net, min, max) + excessOf(loads[other]! + net, min, max);
        const relief = before - after;
        if (relief < LEAST_RELIEF || assignment[taken] !== other) continue;
        const gain =
          moveGain(division, objective, given, other) + moveGain(division, objective, taken, part);
        found.push({ given, taken, relief, gain });
      }
    }
  }
  return found.sort((a, b) => b.relief - a.relief || b.gain - a.gain || a.given - b.given);
}

/** By neighbouring part, the units of a part that touch it and may move. */
function boundaryUnits(division: Division, members: Members, part: number): Map<number, number[]> {
  const { graph, assignment } = division;
  const units = new Map<number, number[]>();
  for (let unit = members.firstOf(part); unit >= 0; unit = members.after(unit)) {
    if (division.isFixed(unit)) continue;
    for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
      const other = assignment[graph.neighbours[i]!]!;
      if (other === part || other < 0) continue;
      const known = units.get(other);
      if (!known) units.set(other, [unit]);
      else if (known.at(-1) !== unit) known.push(unit);
    }
  }
  return units;
}

function touches({ graph, assignment }: Division, unit: number, part: number): boolean {
  for (let i = graph.offsets[unit]!; i < graph.offsets[unit + 1]!; i++) {
    if (assignment[graph.neighbours[i]!] === part) return true;
  }
  return false;
}

function move(division: Division, members: Members, unit: number, from: number, to: number) {
  members.move(unit, from, to);
  division.move(unit, to);
}
