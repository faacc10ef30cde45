import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { PHONE, visiting } from "./harness.ts";

const handle = (page: Page) => page.getByRole("slider", { name: m.app_sheet_handle() });
const stopOf = (page: Page) => handle(page).getAttribute("aria-valuetext");

test(
  "on a phone the sheet has three stops and the map stays above it",
  visiting({ ...PHONE, path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    expect(await map.count("building-fills")).toBe(12);
    expect(await stopOf(page)).toBe(m.app_sheet_peek());
    const stops = [m.app_sheet_half(), m.app_sheet_full(), m.app_sheet_half(), m.app_sheet_peek()];
    await handle(page).focus();
    for (const [index, stop] of stops.entries()) {
      await page.keyboard.press(index < 2 ? "ArrowUp" : "ArrowDown");
      await expect.poll(() => stopOf(page)).toBe(stop);
    }
    await handle(page).tap();
    await expect.poll(() => stopOf(page)).toBe(m.app_sheet_half());
  }),
);

test(
  "on a phone tabs change what one is doing, and a building opens in the sheet",
  visiting({ ...PHONE, path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const tabs = page.getByRole("navigation", { name: m.app_modes() });
    // What has no tab is behind the last one.
    await tabs.getByRole("button", { name: m.tab_me() }).tap();
    await page.getByRole("button", { name: m.mode_coverage(), exact: true }).tap();
    await page.getByRole("switch", { name: m.coverage_show_all() }).waitFor();
    await tabs.getByRole("button", { name: m.tab_look(), exact: true }).tap();
    await page.getByRole("switch", { name: m.layer_cells() }).waitFor({ state: "attached" });
    await handle(page).focus();
    await page.keyboard.press("Home");
    await map.ready();
    const [building] = await map.drawn("building-fills");
    if (!building) throw new Error("no building in sight");
    await map.tap("building-fills", building.id);
    const sheet = page.getByRole("region", { name: m.app_sheet(), exact: true });
    await sheet.getByRole("heading", { name: building.properties.name, exact: true }).waitFor();
    await expect.poll(() => stopOf(page)).toBe(m.app_sheet_half());
  }),
);

test.each([
  { path: "/hongqi", locale: "zh-CN" },
  { path: "/sengkang", locale: "en" },
  { path: "/hongqi?mode=coverage", locale: "en" },
  { path: "/hongqi?mode=new-community", locale: "en" },
] as const)("nothing is wider than a screen of 360 pixels: $path $locale", (visitor) =>
  visiting({ ...visitor, hasTouch: true, viewport: { width: 360, height: 720 } }, async (visit) => {
    await visit.map.ready();
    const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const beyond = await visit.page.evaluate(() =>
      [...document.querySelectorAll("header button, nav button, .maplibregl-map")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(beyond).toEqual([]);
  })(),
);
