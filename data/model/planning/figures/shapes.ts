import type { FigureGround } from "./ground.ts";

/**
 * How far people walk to the middle of their group, and how round its ground is: A² / 2πI, where I is
 * its moment of inertia about its centroid (Li, Goodchild and Church, 2013), each cell taken as a disc.
 * Unlike a share of the outline it does not mind that cells have ragged edges.
 */
export function shapesOfGroups(
  {
    count,
    x,
    y,
    areas,
    households,
  }: Pick<FigureGround, "count" | "x" | "y" | "areas" | "households">,
  groupOfUnit: Int32Array,
  groupCount: number,
): { walkMeters: Float64Array; compactness: Float64Array } {
  const homes = centresOf(x, y, households, groupOfUnit, groupCount);
  const grounds = centresOf(x, y, areas, groupOfUnit, groupCount);
  const walkMeters = new Float64Array(groupCount);
  const inertia = new Float64Array(groupCount);
  // Counted with every move of a stroke: no lists are made in the loop, which would have to be cleared away.
  for (let unit = 0; unit < count; unit++) {
    const group = groupOfUnit[unit]!;
    if (group < 0) continue;
    const hx = x[unit]! - homes.x[group]!;
    const hy = y[unit]! - homes.y[group]!;
    if (households[unit]! > 0)
      walkMeters[group]! += households[unit]! * Math.sqrt(hx * hx + hy * hy);
    const gx = x[unit]! - grounds.x[group]!;
    const gy = y[unit]! - grounds.y[group]!;
    const area = areas[unit]!;
    inertia[group]! += area * (gx * gx + gy * gy) + (area * area) / (2 * Math.PI);
  }
  const compactness = new Float64Array(groupCount);
  for (let group = 0; group < groupCount; group++) {
    if (homes.weights[group]! > 0) walkMeters[group]! /= homes.weights[group]!;
    const area = grounds.weights[group]!;
    compactness[group] = inertia[group]! > 0 ? (area * area) / (2 * Math.PI * inertia[group]!) : 1;
  }
  return { walkMeters, compactness };
}

function centresOf(
  x: Float64Array,
  y: Float64Array,
  weightOfUnit: Float64Array,
  groupOfUnit: Int32Array,
  groupCount: number,
): { x: Float64Array; y: Float64Array; weights: Float64Array } {
  const sumX = new Float64Array(groupCount);
  const sumY = new Float64Array(groupCount);
  const weights = new Float64Array(groupCount);
  for (let unit = 0; unit < x.length; unit++) {
    const group = groupOfUnit[unit]!;
    if (group < 0) continue;
    const weight = weightOfUnit[unit]!;
    sumX[group]! += weight * x[unit]!;
    sumY[group]! += weight * y[unit]!;
    weights[group]! += weight;
  }
  for (let group = 0; group < groupCount; group++) {
    if (weights[group] === 0) continue;
    sumX[group]! /= weights[group]!;
    sumY[group]! /= weights[group]!;
  }
  return { x: sumX, y: sumY, weights };
}
