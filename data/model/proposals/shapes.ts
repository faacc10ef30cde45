import type { Tessellation } from "../cells/tessellation.ts";
import { planarArea } from "../geometry/plane.ts";
import type { FigureGround } from "../planning/figures/ground.ts";
import { shapesOfGroups } from "../planning/figures/shapes.ts";

/** What says how round a division's ground is. Units by index. */
type ShapeGround = Pick<FigureGround, "count" | "x" | "y" | "areas">;

/**
 * How round the ground of all groups is, 0 to 1: mean over the groups by the number of their units, as
 * in the figures that a planner watches while painting (`shapesOfGroups` says by what measure).
 * @param groupOfUnit a group from 0, less for none
 */
export function compactnessOf(ground: ShapeGround, groupOfUnit: Int32Array, count: number): number {
  const households = new Float64Array(ground.count);
  const { compactness } = shapesOfGroups({ ...ground, households }, groupOfUnit, count);
  let [sum, units] = [0, 0];
  for (const group of groupOfUnit) {
    if (group < 0) continue;
    sum += compactness[group]!;
    units++;
  }
  return units > 0 ? sum / units : 0;
}

/** Square metres of each unit's cell; of an exclave those of its own footprint. By the shoelace formula, edge by edge. */
export function cellAreas(tessellation: Tessellation): Float64Array {
  const { nodeLongitudes, nodeLatitudes, plane, ids } = tessellation;
  const x = nodeLongitudes.map(
    (degrees) => (degrees - plane.longitude) * plane.metersPerDegreeEast,
  );
  const y = nodeLatitudes.map((degrees) => (degrees - plane.latitude) * plane.metersPerDegreeNorth);
  const areas = new Float64Array(ids.length);
  for (let edge = 0; edge < tessellation.edgeStarts.length; edge++) {
    const [start, end] = [tessellation.edgeStarts[edge]!, tessellation.edgeEnds[edge]!];
    const half = (x[start]! * y[end]! - x[end]! * y[start]!) / 2;
    const [left, right] = [tessellation.edgeLefts[edge]!, tessellation.edgeRights[edge]!];
    if (left >= 0) areas[left]! += half;
    if (right >= 0) areas[right]! -= half;
  }
  for (const { unit, ground } of tessellation.exclaves) {
    if (ground) areas[unit]! += planarArea(plane, ground);
  }
  return areas;
}
