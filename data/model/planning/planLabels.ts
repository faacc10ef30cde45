import type { FeatureCollection, Point } from "geojson";
import { gridsOfUnits, type PlanLayout } from "./layout.ts";
import type { PlanMap } from "./planMap.ts";
import type { PlanState } from "./state.ts";

interface LabelProperties {
  id: string;
  level: "grid" | "micro-grid";
  name: string;
}

/** A point for the name of each grid and micro-grid: the unit nearest to the middle of its units. */
export function planLabels(
  state: PlanState,
  { points }: Pick<PlanMap, "points">,
  layout: PlanLayout,
): FeatureCollection<Point, LabelProperties> {
  const { gridIds, microGridIds } = layout;
  const labels = (
    level: LabelProperties["level"],
    ids: readonly string[],
    groupOfUnit: Int32Array,
    nameOf: (id: string) => string | undefined,
  ) =>
    middles(points, groupOfUnit, ids.length).flatMap((unit, group) => {
      const id = ids[group]!;
      const name = nameOf(id);
      if (unit < 0 || name === undefined) return [];
      const coordinates = [points[2 * unit]!, points[2 * unit + 1]!];
      const geometry: Point = { type: "Point", coordinates };
      return [{ type: "Feature" as const, properties: { id, level, name }, geometry }];
    });
  return {
    type: "FeatureCollection",
    features: [
      ...labels("grid", gridIds, gridsOfUnits(layout), (id) => state.grids.get(id)?.name),
      ...labels(
        "micro-grid",
        microGridIds,
        layout.microGridOfUnit,
        (id) => state.microGrids.get(id)?.name,
      ),
    ],
  };
}

/** The unit nearest to the mean of each group's points, -1 for an empty group. */
function middles(points: Float64Array, groupOfUnit: Int32Array, count: number): number[] {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, units: 0 }));
  groupOfUnit.forEach((group, unit) => {
    const sum = sums[group];
    if (!sum) return;
    sum.x += points[2 * unit]!;
    sum.y += points[2 * unit + 1]!;
    sum.units++;
  });
  const best = sums.map(() => ({ unit: -1, distance: Infinity }));
  groupOfUnit.forEach((group, unit) => {
    const sum = sums[group];
    if (!sum) return;
    const dx = points[2 * unit]! - sum.x / sum.units;
    const dy = points[2 * unit + 1]! - sum.y / sum.units;
    if (dx * dx + dy * dy >= best[group]!.distance) return;
    best[group] = { unit, distance: dx * dx + dy * dy };
  });
  return best.map(({ unit }) => unit);
}
