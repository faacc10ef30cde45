import type { LoadWeights } from "../../communities.ts";
import { type Adjacency, isOpen } from "../../cells/adjacency.ts";
import { loadOf } from "../../load.ts";
import { project } from "../../geometry/plane.ts";
import type { PlanningGround, PlanningUnit } from "../ground.ts";
import type { PlanMap } from "../planMap.ts";

/** What the figures of a plan are counted from, in typed arrays: a unit is its place in them. */
export interface FigureGround {
  count: number;
  /** Metres in a plane. */
  x: Float64Array;
  y: Float64Array;
  areas: Float64Array;
  loads: Float64Array;
  households: Float64Array;
  /** Units that one can walk between without crossing a barrier; each pair once. */
  firsts: Int32Array;
  seconds: Int32Array;
  /** 1 for units outside the boundary, which are cut off by nature. */
  isExclave: Uint8Array;
  /** -1 where a building belongs to no compound. */
  compoundOfUnit: Int32Array;
  compoundCount: number;
  /** The units of each party group. */
  partyGroups: number[][];
}

export function figureGroundOf(
  map: Pick<PlanMap, "unitIds" | "plane" | "points" | "adjacency" | "areas">,
  units: readonly PlanningUnit[],
  { compounds, partyGroups }: Pick<PlanningGround, "compounds" | "partyGroups">,
  weights: LoadWeights,
): FigureGround {
  const count = map.unitIds.length;
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  for (let unit = 0; unit < count; unit++) {
    const place = [map.points[2 * unit]!, map.points[2 * unit + 1]!];
    [x[unit], y[unit]] = project(map.plane, place);
  }
  const placeOfCompound = new Map(compounds.map(({ id }, place) => [id, place]));
  const unitsOfBuilding = new Map<string, number[]>();
  units.forEach(({ buildingId }, unit) => {
    const those = unitsOfBuilding.get(buildingId);
    if (those) those.push(unit);
    else unitsOfBuilding.set(buildingId, [unit]);
  });
  return {
    ...{ count, x, y, areas: map.areas },
    loads: Float64Array.from(units, (unit) => loadOf(unit, weights)),
    households: Float64Array.from(units, ({ households }) => households),
    ...openPairs(map.adjacency),
    isExclave: map.adjacency.isExclave,
    compoundOfUnit: Int32Array.from(
      units,
      ({ compoundId }) => placeOfCompound.get(compoundId ?? "") ?? -1,
    ),
    compoundCount: compounds.length,
    partyGroups: partyGroups.map(({ buildingIds }) =>
      buildingIds.flatMap((id) => unitsOfBuilding.get(id) ?? []),
    ),
  };
}

function openPairs(adjacency: Adjacency): { firsts: Int32Array; seconds: Int32Array } {
  const open = adjacency.firsts.map((_, pair) => (isOpen(adjacency, pair) ? 1 : 0));
  const isThere = (_: number, pair: number) => open[pair] === 1;
  return {
    firsts: adjacency.firsts.filter(isThere),
    seconds: adjacency.seconds.filter(isThere),
  };
}
