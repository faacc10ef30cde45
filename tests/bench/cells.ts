import { fileURLToPath } from "node:url";
import { Delaunay } from "d3-delaunay";
import { neighboursOf } from "#data/model/cells/adjacency.ts";
import { groundsOf } from "#data/model/cells/grounds.ts";
import { tessellate } from "#data/model/cells/tessellate.ts";
import { town } from "./town.ts";

const SIZES = [300, 5000, 50000];
const RUNS = 5;
/** Units to a group, as buildings to a micro-grid. */
const UNITS_PER_GROUP = 6;

/**
 * Cells, grounds and adjacency beside a bare Delaunay pass over the same sample points, medians in milliseconds.
 * Rows: name, ours, bare, ratio. The goal for cells of 50,000 footprints is a ratio of at most 3.
 */
export async function benchCells(): Promise<string[][]> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    const { footprints, boundary, barriers } = town(size);
    const tessellation = tessellate(footprints, boundary);
    const groups = Int32Array.from(footprints, (_, unit) => Math.floor(unit / UNITS_PER_GROUP));
    const groupCount = Math.ceil(size / UNITS_PER_GROUP);
    const { samples, representativePoints } = tessellation;
    const [cells, bare, sparse, grounds, adjacency] = medians([
      () => tessellate(footprints, boundary),
      () => new Delaunay(samples),
      () => new Delaunay(representativePoints),
      () => groundsOf(tessellation, groups, groupCount),
      () => neighboursOf(tessellation, barriers),
    ]);
    const perFootprint = (samples.length / 2 / size).toFixed(1);
    rows.push(
      row(`cells of ${size}, ${perFootprint} samples each`, cells!, bare!),
      row(`  … against one point each`, cells!, sparse!),
      row(`  grounds of ${groupCount} groups`, grounds!, bare!),
      row(`  adjacency with barriers`, adjacency!, bare!),
    );
    // Between sizes others may have their turn.
    await Promise.resolve();
  }
  return rows;
}

function row(name: string, ours: number, bare: number): string[] {
  return [name, ours.toFixed(1), bare.toFixed(1), (ours / bare).toFixed(2)];
}

/** Taken in turns, so that a busy moment of the machine hits all alike. */
function medians(tasks: (() => unknown)[]): number[] {
  const times = tasks.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    tasks.forEach((task, i) => {
      const start = performance.now();
      task();
      times[i]!.push(performance.now() - start);
    });
  }
  return times.map((each) => each.sort((p, q) => p - q)[Math.floor(RUNS / 2)]!);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name = "", ...values] of await benchCells()) {
    console.log(name.padEnd(44), values.map((value) => value.padStart(10)).join(""));
  }
}
