import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { CommunitySummary } from "#data/model/answers/communities.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, visiting } from "./harness.ts";

const EN = { locale: "en" } as const;
const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

test(
  "another community is chosen from the menu and fills the map",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    const all = await ask<CommunitySummary[]>("/api/communities");
    const [here, there] = ["hongqi", "nanguan"].map((slug) =>
      all.find((community) => community.slug === slug),
    );
    if (!here || !there) throw new Error("the samples are not there");
    await map.ready();
    await page.getByRole("button", { name: here.name, exact: true }).click();
    await page.getByRole("menuitem").filter({ hasText: there.name }).click();
    await page.getByRole("button", { name: there.name, exact: true }).waitFor();
    await map.ready();
    await expect.poll(() => map.count("building-fills")).toBe(there.counts.buildings);
    expect(await map.count("grid-fills")).toBe(there.counts.grids);
    expect(new URL(page.url()).pathname).toBe("/nanguan");
    const { center } = await map.camera();
    const [west, south, east, north] = there.bounds;
    expect(center[0]).toSatisfy((longitude: number) => longitude > west && longitude < east);
    expect(center[1]).toSatisfy((latitude: number) => latitude > south && latitude < north);
    await page.goBack();
    await expect.poll(() => map.count("building-fills")).toBe(here.counts.buildings);
  }),
);

test(
  "one press changes the language, and it stays after a reload",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await page.getByRole("button", { name: m.app_language(), exact: true }).click();
    const english = page.getByRole("switch", { name: m.layer_buildings({}, EN), exact: true });
    await english.waitFor();
    expect(await languageOf(page)).toBe("en");
    await page.reload();
    await english.waitFor();
    await map.ready();
    expect(await page.getByText(m.layer_buildings(), { exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: m.app_language({}, EN), exact: true }).click();
    await page.getByRole("switch", { name: m.layer_buildings(), exact: true }).waitFor();
  }),
);

test(
  "dark stays dark after a reload, on the map too",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const light = await map.paper();
    await page.getByRole("button", { name: m.app_to_dark() }).click();
    await expect.poll(() => themeOf(page)).toBe("dark");
    await expect.poll(() => map.paper()).not.toBe(light);
    await page.reload();
    await map.ready();
    expect(await themeOf(page)).toBe("dark");
    expect(await map.paper()).not.toBe(light);
  }),
);

test(
  "a link to a community that is not there leads to one that is",
  visiting({ path: "/no-such-place", forgives: /404/ }, async ({ page, map }) => {
    await page.getByText(m["problem_no-such-community"]()).waitFor();
    await map.ready();
    expect(new URL(page.url()).pathname).toBe("/hongqi");
  }),
);
