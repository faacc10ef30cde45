import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ImportProblem } from "#data/model/import/problems.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { problemText } from "#server/importing/problemText.ts";
import { reportLines } from "#server/importing/report.ts";

const LUJIAZUI = readFileSync(
  new URL("../../fixtures/shanghai_lujiazui_osm_buildings.geojson", import.meta.url),
);

test("a real file is reported with its columns, its counts and each doubtful row", () => {
  const report = reportLines(readFootprintFile(LUJIAZUI), "zh").join("\n");
  expect(report).toContain("记录 1321 条（1321 Polygon），utf-8");
  expect(report).toContain("街道: addr_street (滨江大道, 陆家嘴环路, 丰和路)");
  expect(report).toContain("层数: —");
  expect(report).toContain("收进来 1321 栋，跳过 0 条");
  expect(report).toContain("第 350 条 · 闵行大楼 · = 第 349 条");
});

test("of many rows left out for one reason the first are listed and the rest counted", () => {
  const point = {
    type: "Feature",
    properties: {},
    geometry: { type: "Point", coordinates: [121, 31] },
  };
  const features = [
    point,
    ...Array.from({ length: 25 }, () => ({ type: "Feature", geometry: null })),
  ];
  const text = JSON.stringify({ type: "FeatureCollection", features });
  const report = reportLines(readFootprintFile(new TextEncoder().encode(text)), "en");
  expect(report).toContain("  left out · no shape: 25");
  expect(report.filter((line) => /^ {4}record \d+$/.test(line))).toHaveLength(20);
  expect(report).toContain("    and 5 more");
});

test("a refused file says where it is broken, in both languages", () => {
  let problem: unknown;
  try {
    readFootprintFile(new TextEncoder().encode('{"type":\n "FeatureCollection",,'));
  } catch (error) {
    problem = error;
  }
  if (!(problem instanceof ImportProblem)) throw new Error("the file was taken in");
  expect(problemText(problem.detail).zh).toMatch(/^第 2 行第 22 列附近不是 JSON：/);
  expect(problemText(problem.detail).en).toMatch(/^Not JSON near line 2, column 22: /);
});
