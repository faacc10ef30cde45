import { expect, test } from "vitest";
import { bundleFromReading } from "#data/model/import/bundleFromReading.ts";
import { readFootprintFile } from "#data/model/import/readFootprintFile.ts";
import { slugFrom } from "#data/model/import/slug.ts";
import { fixture, LUJIAZUI, read, rows, square } from "./files.ts";

function options(more: object = {}) {
  let made = 0;
  return {
    name: "陆家嘴",
    slug: slugFrom("陆家嘴"),
    makeId: () => `id-${++made}`,
    defaultName: (ordinal: number) => `未编号 ${ordinal}`,
    planName: "第一版",
    today: "2026-11-22",
    attribution: "© OpenStreetMap contributors, ODbL 1.0",
    ...more,
  };
}

test("a reading becomes a community with every building and a plan that assigns none", () => {
  const bundle = bundleFromReading(readFootprintFile(fixture(LUJIAZUI)), options());
  expect(bundle.buildings).toHaveLength(1321);
  expect(new Set(bundle.buildings.map(({ id }) => id)).size).toBe(1321);
  expect(bundle.buildings.every(({ name }) => name !== "")).toBe(true);
  expect(bundle.community).toMatchObject({ name: "陆家嘴", isInvented: false, code: null });
  expect(bundle.community.boundary.type).toBe("MultiPolygon");
  expect(bundle.plans).toMatchObject([
    { name: "第一版", status: "in-force", effectiveFrom: "2026-11-22", version: 1 },
  ]);
  expect([bundle.grids, bundle.microGrids, bundle.planUnits]).toEqual([[], [], []]);
});

test("nameless buildings take the name they are given for their ordinal", () => {
  const bundle = bundleFromReading(read(rows({ name: "甲" }, {}, {})), options());
  expect(bundle.buildings.map(({ name }) => name)).toEqual(["甲", "未编号 1", "未编号 2"]);
});

test("a boundary that was drawn goes before the one made up", () => {
  const boundary = square(-1, -1, 0.05);
  const bundle = bundleFromReading(read(rows({})), options({ boundary }));
  expect(bundle.community.boundary.coordinates).toEqual([boundary.coordinates]);
});

test("buildings of seven storeys and more are taken to have a lift", () => {
  const bundle = bundleFromReading(
    read(rows({ storeys: 6 }, { storeys: 7 }, { height: 60 }, {})),
    options(),
  );
  expect(bundle.buildings.map(({ hasLift }) => hasLift)).toEqual([false, true, true, false]);
});

test("a slug is readable for a Latin name, short and always the same for a Chinese one", () => {
  expect(slugFrom("Sengkang East")).toBe("sengkang-east");
  expect(slugFrom(" Café  São-Paulo ")).toBe("cafe-sao-paulo");
  expect(slugFrom("新源社区")).toMatch(/^c-[0-9a-f]{6}$/);
  expect(slugFrom("新源社区")).toBe(slugFrom(" 新源社区 "));
  expect(slugFrom("新源社区2")).not.toBe(slugFrom("新源社区3"));
  expect(slugFrom("!!!")).toMatch(/^c-[0-9a-f]{6}$/);
  expect(slugFrom("x".repeat(39) + " yz")).toMatch(/^x{39}$/);
});
