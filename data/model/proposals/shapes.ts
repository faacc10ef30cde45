import type { Tessellation } from "../cells/tessellation.ts";

/**
 * How much of its convex hull each group's ground fills: 1 for a convex one, towards 0 for arms and
 * rings ("convex hull ratio" of districting). A group without ground has 1.
 */
export function hullShares(
  tessellation: Tessellation,
  groupOfUnit: ArrayLike<number>,
  count: number,
): Float64Array {
  const { nodeLongitudes, nodeLatitudes, plane } = tessellation;
  const x = nodeLongitudes.map(
    (degrees) => (degrees - plane.longitude) * plane.metersPerDegreeEast,
  );
  const y = nodeLatitudes.map((degrees) => (degrees - plane.latitude) * plane.metersPerDegreeNorth);
  const areas = new Float64Array(count);
  const corners: number[][] = Array.from({ length: count }, () => []);
  const groupAt = (unit: number) => (unit < 0 ? -1 : (groupOfUnit[unit] ?? -1));
  for (let edge = 0; edge < tessellation.edgeStarts.length; edge++) {
    const left = groupAt(tessellation.edgeLefts[edge]!);
    const right = groupAt(tessellation.edgeRights[edge]!);
    if (left === right) continue;
    const [start, end] = [tessellation.edgeStarts[edge]!, tessellation.edgeEnds[edge]!];
    const doubled = x[start]! * y[end]! - x[end]! * y[start]!;
    for (const [group, sign] of [[left, 1] as const, [right, -1] as const]) {
      if (group < 0) continue;
      areas[group]! += (sign * doubled) / 2;
      corners[group]!.push(start, end);
    }
  }
  return areas.map((area, group) => {
    const hull = hullArea(corners[group]!, x, y);
    return hull > 0 ? Math.min(1, area / hull) : 1;
  });
}

/** By Andrew's monotone chain (1979). */
function hullArea(nodes: number[], x: Float64Array, y: Float64Array): number {
  const sorted = [...new Set(nodes)].sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const turn = (a: number, b: number, c: number) =>
    (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
  const chain = (order: number[]) => {
    const kept: number[] = [];
    for (const node of order) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, node) <= 0) kept.pop();
      kept.push(node);
    }
    return kept.slice(0, -1);
  };
  const hull = [...chain(sorted), ...chain(sorted.toReversed())];
  let doubled = 0;
  hull.forEach((node, i) => {
    const next = hull[(i + 1) % hull.length]!;
    doubled += x[node]! * y[next]! - x[next]! * y[node]!;
  });
  return doubled / 2;
}
