import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import type { GridDetail } from "#data/model/answers/grids.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, visiting } from "./harness.ts";

const HONGQI = "/api/communities/hongqi";

/** Something of each kind to look for, as a person would write it. */
async function wanted() {
  const [buildings, grids] = await Promise.all([
    ask<FeatureCollection>(`${HONGQI}/layers/buildings`),
    ask<FeatureCollection>(`${HONGQI}/layers/grids`),
  ]);
  const building = buildings.features[0]?.properties;
  const grid = await ask<GridDetail>(`${HONGQI}/grids/${grids.features[0]?.id}`);
  const worker = grid.workers.find(({ name }) => name);
  if (!building || !worker?.name) throw new Error("the sample has no building or worker");
  return {
    building: { words: building.name, type: m.search_type_building(), opens: "building:" },
    address: { words: building.address, type: m.search_type_building(), opens: "building:" },
    person: { words: worker.name, type: m.search_type_person(), opens: `grid:${grid.id}` },
    grid: { words: grid.name, type: m.search_type_grid(), opens: `grid:${grid.id}` },
  };
}

test.each(["building", "address", "person", "grid"] as const)(
  "a search by %s flies to what it finds and opens it",
  async (kind) => {
    const { words, type, opens } = (await wanted())[kind];
    await visiting({ path: "/hongqi" }, async ({ page, map }) => {
      await map.ready();
      const before = await map.camera();
      await page.getByRole("combobox", { name: m.search_label() }).fill(words);
      const option = page.getByRole("option").filter({ hasText: type }).first();
      await option.click();
      await expect
        .poll(() => new URL(page.url()).searchParams.get("selected"))
        .toMatch(new RegExp(`^${opens}`));
      await page.getByRole("article").waitFor();
      await map.ready();
      const after = await map.camera();
      expect(after.zoom).toBeGreaterThanOrEqual(17);
      expect(after.center).not.toEqual(before.center);
      const [thing] = opens.split(":");
      await expect.poll(() => map.count(`${thing}-selection`)).toBe(1);
    })();
  },
);

test(
  "Ctrl K leads to the search and the arrow keys through what it finds",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: m.search_label() });
    await expect.poll(() => field.evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.type("1");
    await page.getByRole("option").nth(1).waitFor();
    const second = await page.getByRole("option").nth(1).innerText();
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).innerText()).toBe(second);
    await page.keyboard.press("Enter");
    await page.getByRole("article").waitFor();
  }),
);

test(
  "words that nothing matches are answered with what to do",
  visiting({ path: "/hongqi" }, async ({ page }) => {
    await page.getByRole("combobox", { name: m.search_label() }).fill("并不存在的楼");
    await page.getByText(m.search_empty()).waitFor();
  }),
);
