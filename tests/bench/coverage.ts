import { Resident } from "#server/resident/resident.ts";
import { coverageToday } from "#server/resident/coverage.ts";
import { Delaunay } from "d3-delaunay";
import { median, type Section } from "./table.ts";
import { townBundle } from "./townBundle.ts";

const SIZES = [300, 5000, 50000];

/** Coverage of a whole plan beside a bare Delaunay pass over the samples of its cells, medians. */
export async function benchCoverage(isQuick: boolean): Promise<Section> {
  const runs = isQuick ? 3 : 5;
  const rows = SIZES.map((size) => rowOf(size, runs));
  return {
    title: "Coverage, milliseconds, beside a bare Delaunay pass",
    columns: ["buildings", "findings", "cells", "adjacency", "coverage", "all", "bare", "all/bare"],
    rows,
    note: "coverage: the findings alone, with cells and adjacency there already.",
  };
}

function rowOf(size: number, runs: number): string[] {
  const bundle = townBundle(size);
  const times = { cells: [], adjacency: [], coverage: [], all: [], bare: [] } as Record<
    "cells" | "adjacency" | "coverage" | "all" | "bare",
    number[]
  >;
  let findings = 0;
  for (let run = 0; run < runs; run++) {
    const resident = new Resident(bundle, {});
    const begin = performance.now();
    const { samples } = resident.tessellation;
    const tessellated = performance.now();
    void resident.adjacency;
    const joined = performance.now();
    findings = coverageToday(resident).findings.length;
    const covered = performance.now();
    new Delaunay(samples);
    times.bare.push(performance.now() - covered);
    times.cells.push(tessellated - begin);
    times.adjacency.push(joined - tessellated);
    times.coverage.push(covered - joined);
    times.all.push(covered - begin);
  }
  const at = (name: keyof typeof times) => median(times[name]).toFixed(1);
  return [
    size.toLocaleString("en"),
    String(findings),
    ...[at("cells"), at("adjacency"), at("coverage"), at("all"), at("bare")],
    (median(times.all) / median(times.bare)).toFixed(1),
  ];
}
