import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import { CannotPropose, readOptions } from "#server/proposing/options.ts";
import { groupsBy, loadsOf } from "#server/proposing/loads.ts";
import { readFootprints } from "#server/proposing/readFootprints.ts";

const FILE = "tests/fixtures/singapore_sengkang_hdb_osm_buildings.geojson";
const run = promisify(execFile);

test("a file of footprints is divided at a terminal, without a server or a database", async () => {
  const folder = await mkdtemp(join(tmpdir(), "propose-"));
  try {
    const out = join(folder, "out.geojson");
    const command = ["--import", "tsx", "server/propose.ts", FILE, "--grids", "7", "--out", out];
    command.push("--micro-grids", "200-700");
    const { stdout, stderr } = await run(process.execPath, command);
    expect(stderr).toBe("");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    const said = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(said).toMatchObject({ grids: 7, footprints: 114, withoutArea: 0 });
    const within = { outside: 0, cutOff: 0, count: expect.any(Number) as number };
    expect(said["measures"]).toMatchObject({
      ...{ contiguous: true, cutOff: 0, outside: 0, microGrids: within },
    });
    const before = JSON.parse(await readFile(FILE, "utf8")) as FeatureCollection;
    const after = JSON.parse(await readFile(out, "utf8")) as FeatureCollection;
    const grids = after.features.map(({ properties }) => properties!["grid"] as number);
    expect([...new Set(grids)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const microGrids = after.features.map(({ properties }) => properties!["microGrid"] as number);
    const places = new Set(grids.map((grid, row) => `${grid} ${microGrids[row]}`));
    expect(said["measures"]).toHaveProperty("microGrids.count", places.size);
    const withGrids = before.features.map((feature, row) => ({
      ...feature,
      properties: { ...feature.properties, grid: grids[row], microGrid: microGrids[row] },
    }));
    expect(after.features).toEqual(withGrids);

    await writeFile(join(folder, "none.geojson"), '{"type":"FeatureCollection","features":[]}');
    const wrong = [...command.slice(0, 3), join(folder, "none.geojson"), ...command.slice(4)];
    const env = { ...process.env, LANG: "en_GB.UTF-8", LC_ALL: "", LC_MESSAGES: "" };
    const refused = await run(process.execPath, wrong, { env }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 1, stdout: "", stderr: /^The file has no records/ });
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** The first line of what a person is told. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof CannotPropose) return error.text.en.split("\n")[0];
    throw error;
  }
  return undefined;
}

test("what is missing or not understood on the command line is told in words", () => {
  const told = (...line: string[]) => refusal(() => readOptions(line));
  expect(told()).toBe("No file was given.");
  expect(told("a.json")).toBe("Say where to write: --out OUT");
  expect(told("a.json", "--out", "b.json")).toBe("Say how many: --grids K");
  expect(told("a.json", "b.json", "--out", "c.json")).toBe("One file at a time: b.json");
  expect(told("a.json", "--out", "./a.json", "--grids", "2")).toBe("--out must be another file.");
  for (const grids of ["0", "2.5", "many", "-1"]) {
    expect(told("a.json", "--out", "b.json", `--grids=${grids}`), grids).toContain("whole number");
  }
  for (const range of ["many", "30", "100-30", "-5-9", "0-0"]) {
    const line = ["a.json", "--out", "b.json", "--grids", "2", `--micro-grids=${range}`];
    expect(told(...line), range).toContain("MIN-MAX");
  }
  const asked = readOptions(["a", "--out", "b", "--grids", "2", "--micro-grids", "30-99.5"]);
  expect(asked).toMatchObject({ microGrids: { min: 30, max: 99.5 } });
  expect(told("a.json", "--out", "b.json", "--grids", "2", "--colour", "red")).toContain("colour");
  expect(told("a.json", "--out", "b.json", "--grids", "2", "--seed", "9")).toBeUndefined();
  expect(readOptions(["--help"])).toBeUndefined();
});

const square = (x: number, properties: object) => ({
  type: "Feature",
  properties,
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [x, 0],
        [x + 1e-4, 0],
        [x + 1e-4, 1e-4],
        [x, 1e-4],
        [x, 0],
      ],
    ],
  },
});
const read = (...features: object[]) =>
  readFootprints(new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features })));

test("loads come from the property named, or households, or storeys and area, or are 1 each", () => {
  const named = loadsOf(read(square(1, { trees: "4" }), square(2, { trees: null })), "trees");
  expect(named).toEqual({ loads: Float64Array.of(4, 0), source: "trees", unknown: 1 });
  const rows = read(square(1, { units: 3, storeys: 9 }), square(2, { units: 5 }));
  expect(loadsOf(rows, undefined)).toMatchObject({ source: "units", unknown: 0 });
  const byArea = loadsOf(read(square(1, { storeys: 10 }), square(2, { storeys: 20 })), undefined);
  expect(byArea.source).toBe("storeys × area");
  expect(byArea.loads).toEqual(Float64Array.of(14, 27));
  const each = loadsOf(read(square(1, {}), square(2, {})), undefined);
  expect(each).toEqual({ loads: Float64Array.of(1, 1), source: "1 each", unknown: 0 });
  expect(groupsBy(read(square(1, { c: "a" }), square(2, { c: "b" }), square(3, {})), "c")).toEqual(
    Int32Array.of(0, 1, -1),
  );
});

test("a property that no feature has, a file without polygons and metres are refused", () => {
  const rows = read(square(1, { trees: 0, name: "x" }));
  expect(refusal(() => loadsOf(rows, "flats"))).toBe(
    "No feature has a property flats. There is: trees, name",
  );
  expect(refusal(() => loadsOf(rows, "trees"))).toContain("No feature has a number above 0");
  const point = { type: "Feature", geometry: { type: "Point", coordinates: [1, 2] } };
  expect(refusal(() => read(point))).toContain("no polygons");
  expect(refusal(() => read(square(500_000, {})))).toContain("Coordinates are not degrees");
});
