import Flatbush from "flatbush";
import { type Adjacency, isOpen } from "../cells/adjacency.ts";
import { planeAt, project } from "../geometry/plane.ts";
import type { LonLat } from "../units.ts";

export interface NearestInput {
  /** In the order of the adjacency's units. */
  units: readonly { id: string; position: LonLat }[];
  /** Unit → micro-grid, of the units that have one. */
  microGridOf: ReadonlyMap<string, string>;
  adjacency: Adjacency;
}

/**
 * For each unit without a micro-grid the one to propose: the neighbour with the longest open border,
 * where no barrier lies between; for a unit among uncovered ones, or outside the boundary, that of
 * the nearest unit. Empty where no unit has a micro-grid.
 */
export function nearestMicroGrids({
  units,
  microGridOf,
  adjacency,
}: NearestInput): Map<string, string> {
  const covered = units.filter(({ id }) => microGridOf.has(id));
  const nearest = new Map<string, string>();
  if (covered.length === 0 || covered.length === units.length) return nearest;
  const borders = openBorders(units, microGridOf, adjacency);
  let nearestCovered: ReturnType<typeof byDistance> | undefined;
  for (const { id, position } of units) {
    if (microGridOf.has(id)) continue;
    nearestCovered ??= byDistance(covered);
    const found = longest(borders.get(id)) ?? microGridOf.get(nearestCovered(position));
    if (found) nearest.set(id, found);
  }
  return nearest;
}

/** Uncovered unit → micro-grid → metres of open border between them. */
function openBorders(
  units: NearestInput["units"],
  microGridOf: ReadonlyMap<string, string>,
  adjacency: Adjacency,
): Map<string, Map<string, number>> {
  const borders = new Map<string, Map<string, number>>();
  const { firsts, seconds, openMeters } = adjacency;
  for (let pair = 0; pair < firsts.length; pair++) {
    if (!isOpen(adjacency, pair)) continue;
    const [first, second] = [units[firsts[pair]!]!.id, units[seconds[pair]!]!.id];
    const [ofFirst, ofSecond] = [microGridOf.get(first), microGridOf.get(second)];
    if ((ofFirst === undefined) === (ofSecond === undefined)) continue;
    const uncovered = ofFirst === undefined ? first : second;
    const microGridId = (ofFirst ?? ofSecond)!;
    const meters = borders.get(uncovered) ?? new Map<string, number>();
    meters.set(microGridId, (meters.get(microGridId) ?? 0) + openMeters[pair]!);
    borders.set(uncovered, meters);
  }
  return borders;
}

/** Of two borders of one length the first found counts, so the answer is always the same. */
function longest(meters: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined;
  for (const [id, length] of meters ?? []) {
    if (best === undefined || length > (meters?.get(best) ?? 0)) best = id;
  }
  return best;
}

/** @returns the id of the unit nearest to a position */
function byDistance(units: NearestInput["units"]): (position: LonLat) => string {
  const plane = planeAt(units[0]!.position);
  const index = new Flatbush(units.length);
  for (const { position } of units) {
    const [x, y] = project(plane, position);
    index.add(x, y, x, y);
  }
  index.finish();
  return (position) => {
    const [x, y] = project(plane, position);
    return units[index.neighbors(x, y, 1)[0]!]!.id;
  };
}
