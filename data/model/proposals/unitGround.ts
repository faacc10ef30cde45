import { isOpen, neighboursOf, type Adjacency } from "../cells/adjacency.ts";
import { tessellate, type Tessellation } from "../cells/tessellate.ts";
import type { LoadWeights } from "../communities.ts";
import { project } from "../geometry/plane.ts";
import { loadOf } from "../load.ts";
import { graphOfPairs, type PartitionGraph } from "../partition/graph.ts";
import { planningUnits, type PlanningGround, type PlanningUnit } from "../planning/ground.ts";
import { unitShapes } from "../planning/unitShapes.ts";
import { cellAreas } from "./shapes.ts";

/** The ground of a plan divided into units, and which of them can be walked between. Units by index. */
export interface UnitGround {
  units: PlanningUnit[];
  /** Unit id → index. */
  indexOf: ReadonlyMap<string, number>;
  /** Square metres of each unit's cell. */
  areas: Float64Array;
  /** Neighbours across open borders; loads are the community's own. */
  graph: PartitionGraph;
  households: Float64Array;
}

/** @param broken buildings whose entrances are the units */
export function unitGroundOf(
  ground: PlanningGround,
  broken: ReadonlySet<string>,
  loadWeights: LoadWeights,
): UnitGround {
  const units = planningUnits(ground, broken);
  const tessellation = tessellate(unitShapes(ground, broken), ground.boundary);
  const loads = Float64Array.from(units, (unit) => loadOf(unit, loadWeights));
  return {
    units,
    indexOf: new Map(units.map(({ id }, index) => [id, index])),
    areas: cellAreas(tessellation),
    graph: openGraph(tessellation, neighboursOf(tessellation, ground.barriers), loads),
    households: Float64Array.from(units, ({ households }) => households),
  };
}

/**
 * The pairs of units one can walk between, as a graph in metres. Where nobody has any load each unit
 * counts as one.
 */
export function openGraph(
  { ids, plane, representativePoints }: Tessellation,
  adjacency: Adjacency,
  loads: Float64Array,
): PartitionGraph {
  const open = Uint32Array.from(adjacency.firsts.keys()).filter((pair) => isOpen(adjacency, pair));
  const points = ids.map((_, unit) =>
    project(plane, [representativePoints[2 * unit]!, representativePoints[2 * unit + 1]!]),
  );
  return graphOfPairs(
    {
      firsts: open.map((pair) => adjacency.firsts[pair]!),
      seconds: open.map((pair) => adjacency.seconds[pair]!),
      meters: Float64Array.from(open, (pair) => adjacency.openMeters[pair]!),
    },
    {
      x: Float64Array.from(points, ([x]) => x),
      y: Float64Array.from(points, ([, y]) => y),
      loads: loads.some((load) => load > 0) ? loads : new Float64Array(ids.length).fill(1),
    },
  );
}
