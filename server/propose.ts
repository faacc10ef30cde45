import { readFile, writeFile } from "node:fs/promises";
import type { FaultText } from "#data/faults.ts";
import { ImportProblem } from "#data/model/import/problems.ts";
import { divideFootprints } from "#data/model/proposals/divideFootprints.ts";
import { problemText } from "./importing/problemText.ts";
import { languageOf } from "./importing/text.ts";
import { groupsBy, loadsOf } from "./proposing/loads.ts";
import { CannotPropose, type ProposeOptions, readOptions, USAGE } from "./proposing/options.ts";
import { type FootprintRow, readFootprints } from "./proposing/readFootprints.ts";

/** `npm run propose`: grids for a file of footprints, at a terminal; needs no server and no database. */
const language = languageOf(process.env);
try {
  const options = readOptions(process.argv.slice(2));
  if (options) await proposeGrids(options);
  else console.log(USAGE[language]);
} catch (error) {
  console.error(explain(error)[language]);
  process.exitCode = 1;
}

async function proposeGrids(options: ProposeOptions): Promise<void> {
  const start = performance.now();
  const rows = readFootprints(await readFile(options.file));
  const areas = rows.filter(({ geometry }) => geometry !== null);
  if (options.grids > areas.length) {
    throw new CannotPropose({
      zh: `只有 ${areas.length} 栋，分不成 ${options.grids} 个网格。`,
      en: `There are ${areas.length} footprints: they do not make ${options.grids} grids.`,
    });
  }
  const { loads, source, unknown } = loadsOf(areas, options.load);
  const { grids, microGrids, measures, milliseconds } = divideFootprints(
    {
      footprints: areas.map(({ geometry }) => geometry!),
      ...{ loads, grids: options.grids, seed: options.seed },
      ...(options.microGrids && { microGridLoad: options.microGrids }),
      ...(options.keep !== undefined && { groups: groupsBy(areas, options.keep) }),
    },
    () => performance.now(),
  );
  const placeOf = new Map(
    areas.map((row, index) => [
      row,
      { grid: grids[index]!, ...(microGrids && { microGrid: microGrids[index]! }) },
    ]),
  );
  const nowhere = { grid: null, ...(microGrids && { microGrid: null }) };
  await writeFile(
    options.out,
    collectionText(rows, (row) => placeOf.get(row) ?? nowhere),
  );
  const line = {
    ...{ grids: options.grids, footprints: areas.length, withoutArea: rows.length - areas.length },
    load: { source, total: loads.reduce((sum, load) => sum + load, 0), unknown },
    seed: options.seed,
    milliseconds: {
      total: Math.round(performance.now() - start),
      cells: Math.round(milliseconds.cells),
      grids: Math.round(milliseconds.grids),
      ...(microGrids && { microGrids: Math.round(milliseconds.microGrids) }),
    },
    measures: Object.fromEntries(
      Object.entries(measures).map(([name, value]) => [name, rounded(value)]),
    ),
  };
  console.log(JSON.stringify(line));
}

/** One feature a line, each as it was but for where it lies. */
function collectionText(
  rows: readonly FootprintRow[],
  placeOf: (row: FootprintRow) => object,
): string {
  const lines = rows.map((row) => {
    const properties = { ...row.feature.properties, ...placeOf(row) };
    return JSON.stringify({ ...row.original, properties });
  });
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

function rounded<Value>(value: Value): Value | number {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}

function explain(error: unknown): FaultText {
  if (error instanceof CannotPropose) return error.text;
  if (error instanceof ImportProblem) return problemText(error.detail);
  const { code, path, message, stack } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && path) {
    return { zh: `没有这个文件或文件夹：${path}`, en: `No such file or folder: ${path}` };
  }
  if (code === "EISDIR")
    return { zh: "这是文件夹，不是文件。", en: "That is a folder, not a file." };
  if ((code === "EACCES" || code === "EROFS") && path) {
    return { zh: `没有权限：${path}`, en: `No permission: ${path}` };
  }
  return { zh: stack ?? message, en: stack ?? message };
}
