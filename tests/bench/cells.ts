import { fileURLToPath } from "node:url";
import { Delaunay } from "d3-delaunay";
import { neighboursOf } from "#data/model/cells/adjacency.ts";
import { groundsOf } from "#data/model/cells/grounds.ts";
import { tessellate } from "#data/model/cells/tessellate.ts";
import { median, printSection, type Section } from "./table.ts";
import { town } from "./town.ts";

const SIZES = [300, 5000, 50000];
/** Units to a group, as buildings to a micro-grid. */
const UNITS_PER_GROUP = 6;
const GOAL_RATIO = 3;

/** Cells, grounds and adjacency beside a bare Delaunay pass over the same sample points; medians in milliseconds. */
export async function benchCells(isQuick: boolean): Promise<Section> {
  const measured = SIZES.map((size) => measure(size, isQuick ? 3 : 7));
  const [, middle, last] = measured;
  const ratio = last!.cells / last!.bare;
  const sizes = SIZES.map((size) => size * Math.log(size));
  const growth = last!.cells / middle!.cells / (sizes[2]! / sizes[1]!);
  return Promise.resolve({
    title: "Cells, milliseconds, beside a bare Delaunay pass over the same samples",
    goal: `cells of ${SIZES[2]} within ${GOAL_RATIO} × the bare pass, growing no faster than n log n`,
    // Caches grow with the machine, not with n: a quarter more than n log n is still n log n.
    isReached: ratio <= GOAL_RATIO && growth <= 1.25,
    columns: [
      "buildings",
      "samples",
      "bare",
      "cells",
      "cells/bare",
      "grounds",
      "adjacency",
      "a point each",
    ],
    rows: measured.map(({ size, samples, bare, cells, grounds, adjacency, sparse }) => [
      size.toLocaleString("en"),
      samples.toLocaleString("en"),
      bare.toFixed(1),
      cells.toFixed(1),
      (cells / bare).toFixed(2),
      grounds.toFixed(1),
      adjacency.toFixed(1),
      sparse.toFixed(1),
    ]),
    note: `From 5,000 to 50,000 cells grow ${growth.toFixed(2)} × as fast as n log n. "A point each" is a bare pass over one point a building.`,
  });
}

function measure(size: number, runs: number) {
  const { footprints, boundary, barriers } = town(size);
  const groups = Int32Array.from(footprints, (_, unit) => Math.floor(unit / UNITS_PER_GROUP));
  const groupCount = Math.ceil(size / UNITS_PER_GROUP);
  const tessellation = tessellate(footprints, boundary);
  const { samples, representativePoints } = tessellation;
  const medians = inTurns(runs, {
    cells: () => tessellate(footprints, boundary),
    bare: () => new Delaunay(samples),
    sparse: () => new Delaunay(representativePoints),
    grounds: () => groundsOf(tessellation, groups, groupCount),
    adjacency: () => neighboursOf(tessellation, barriers),
  });
  return { size, samples: samples.length / 2, ...medians };
}

/** One after the other and over again, so that a busy moment of the machine hits all alike. */
function inTurns<Name extends string>(
  runs: number,
  tasks: Record<Name, () => unknown>,
): Record<Name, number> {
  const names = Object.keys(tasks) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      times.get(name)!.push(performance.now() - start);
    }
  }
  const entries = names.map((name) => [name, median(times.get(name)!)] as const);
  return Object.fromEntries(entries) as Record<Name, number>;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printSection(await benchCells(process.argv.includes("--quick")));
}
