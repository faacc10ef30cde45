import { graphOfPairs, type PartitionGraph } from "#data/model/partition/graph.ts";
import { objectiveOf, type Objective } from "#data/model/partition/objective.ts";
import { limitsOf } from "#data/model/partition/options.ts";
import type { Division } from "#data/model/partition/division.ts";

const STEP_METERS = 50;

/** Units in rows and columns, numbered row by row; `isBarred` tells between which columns of a row no way leads east. */
export function gridTown(
  columns: number,
  rows: number,
  loadOf: (unit: number) => number = () => 10,
  isBarred: (column: number, row: number) => boolean = () => false,
): PartitionGraph {
  const [firsts, seconds]: [number[], number[]] = [[], []];
  const link = (a: number, b: number) => {
    firsts.push(a);
    seconds.push(b);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const unit = row * columns + column;
      if (row + 1 < rows) link(unit, unit + columns);
      if (column + 1 === columns || isBarred(column, row)) continue;
      link(unit, unit + 1);
      // Diagonals one way, so that the cells of a town are triangles as in a real one.
      if (row + 1 < rows && !isBarred(column, row + 1)) link(unit, unit + columns + 1);
    }
  }
  const units = Array.from({ length: columns * rows }, (_, unit) => unit);
  return graphOfPairs(
    { firsts, seconds, meters: firsts.map(() => STEP_METERS) },
    {
      x: Float64Array.from(units, (unit) => STEP_METERS * (unit % columns)),
      y: Float64Array.from(units, (unit) => STEP_METERS * Math.floor(unit / columns)),
      loads: Float64Array.from(units, loadOf),
    },
  );
}

/** The default objective: ± 5 % about the ideal. */
export function defaultObjective(division: Division): Objective {
  const { graph, parts } = division;
  const limits = limitsOf(graph.loads, { parts, seed: 1 });
  const ideals = new Float64Array(parts).fill(limits.ideal);
  return objectiveOf(division, { parts, seed: 1 }, limits, ideals);
}
