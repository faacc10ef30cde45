import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, visiting } from "./harness.ts";

const LUJIAZUI = join(import.meta.dirname, "../fixtures/shanghai_lujiazui_osm_buildings.geojson");
const slugs = async () =>
  (await ask<CommunitySummary[]>("/api/communities")).map(({ slug }) => slug);

async function choose(page: Page, file: string | { name: string; text: string }): Promise<void> {
  await page.getByRole("button", { name: m.import_drop() }).waitFor();
  await page
    .locator('input[type="file"]')
    .setInputFiles(
      typeof file === "string"
        ? file
        : { name: file.name, mimeType: "application/geo+json", buffer: Buffer.from(file.text) },
    );
}

test(
  "a file of 1,321 buildings is shown, named, made a community and drawn",
  visiting({ path: "/hongqi?mode=new-community" }, async ({ page, map }) => {
    await map.ready();
    const before = await slugs();
    await choose(page, LUJIAZUI);
    await page.getByLabel(m.import_name()).fill("陆家嘴");
    await expect
      .poll(() => map.count("preview-building-fills", "preview-building-points"))
      .toBeGreaterThan(1000);
    expect(await slugs()).toEqual(before);
    await page.getByRole("button", { name: m.import_create(), exact: true }).last().click();

    await page.getByRole("button", { name: "陆家嘴", exact: true }).waitFor({ timeout: 60_000 });
    const all = await ask<CommunitySummary[]>("/api/communities");
    const made = all.find(({ name }) => name === "陆家嘴");
    expect(made?.counts.buildings).toBe(1321);
    expect(new URL(page.url()).pathname).toBe(`/${made?.slug}`);
    await map.ready();
    await expect.poll(() => map.count("building-fills"), { timeout: 60_000 }).toBeGreaterThan(1000);
    expect(await map.count("preview-building-fills")).toBe(0);
  }),
);

test(
  "a file that breaks off says where, and nothing is made of it",
  visiting({ path: "/hongqi?mode=new-community" }, async ({ page, map }) => {
    await map.ready();
    const before = await slugs();
    const text = '{"type": "FeatureCollection",\n "features": [\n  {"type": "Feature", oops';
    await choose(page, { name: "broken.geojson", text });
    const alert = page.getByRole("alert");
    await alert.getByText(m.import_problem_not_json({ line: "3", column: "23" })).waitFor();
    expect(await map.count("preview-building-fills")).toBe(0);
    expect(await page.getByLabel(m.import_name()).count()).toBe(0);
    expect(await slugs()).toEqual(before);
  }),
);

test(
  "a file in metres says which row and what to do",
  visiting({ path: "/hongqi?mode=new-community" }, async ({ page }) => {
    const corners = [
      [13_500_000, 3_660_000],
      [13_500_030, 3_660_000],
      [13_500_030, 3_660_030],
      [13_500_000, 3_660_000],
    ];
    const geometry = { type: "Polygon", coordinates: [corners] };
    const features = [{ type: "Feature", properties: {}, geometry }];
    const text = JSON.stringify({ type: "FeatureCollection", features });
    await choose(page, { name: "metres.geojson", text });
    const alert = page.getByRole("alert");
    await alert.getByText(m.import_problem_metres()).waitFor();
    expect(await alert.innerText()).toContain("13500000");
  }),
);

test(
  "giving up takes the preview off the map",
  visiting({ path: "/hongqi?mode=new-community" }, async ({ page, map }) => {
    await map.ready();
    const { features } = await ask<GeoJSON.FeatureCollection>(
      "/api/communities/hongqi/layers/buildings",
    );
    const text = JSON.stringify({ type: "FeatureCollection", features });
    await choose(page, { name: "again.geojson", text });
    await expect.poll(() => map.count("preview-building-fills")).toBe(12);
    await page.getByRole("button", { name: m.import_cancel() }).click();
    await expect.poll(() => map.count("preview-building-fills")).toBe(0);
    expect(new URL(page.url()).searchParams.get("mode")).toBeNull();
  }),
);
