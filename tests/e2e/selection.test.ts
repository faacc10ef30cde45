import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { type Visit, visiting } from "./harness.ts";

const card = (page: Page, name: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** The two buildings with the most households: those surely have a matrix. */
async function twoBuildings({ map }: Visit) {
  await map.ready();
  await expect.poll(() => map.count("building-fills")).toBe(12);
  const drawn = await map.drawn("building-fills");
  const [one, other] = drawn.sort((a, b) => b.properties.households - a.properties.households);
  if (!one || !other) throw new Error("no two buildings in sight");
  return [one, other] as const;
}

test(
  "a building that is pressed tells its story until Escape",
  visiting({ path: "/hongqi" }, async (visit) => {
    const { page, map } = visit;
    const [building] = await twoBuildings(visit);
    const { name } = building.properties;
    await map.press("building-fills", building.id);
    await card(page, name).waitFor();
    const matrix = page.getByRole("grid", { name: m.card_matrix({ building: name }) });
    await matrix.waitFor();
    expect(await matrix.getByRole("button").count()).toBeGreaterThan(0);
    await expect.poll(() => map.count("building-selection")).toBe(1);
    expect(new URL(page.url()).searchParams.get("selected")).toBe(`building:${building.id}`);
    await page.keyboard.press("Escape");
    await page.getByRole("article").waitFor({ state: "detached" });
    await expect.poll(() => map.count("building-selection")).toBe(0);
    expect(page.url()).not.toContain("selected");
  }),
);

test(
  "a link shows the same camera, selection, layers and colours again",
  visiting({ path: "/hongqi" }, async (visit) => {
    const { page, map, go } = visit;
    const [building] = await twoBuildings(visit);
    await page.getByRole("switch", { name: m.layer_places(), exact: true }).click();
    await page.getByRole("radio", { name: m.look_target_buildings() }).click();
    await page.getByRole("button", { name: m.map_3d(), exact: true }).click();
    await page.getByRole("button", { name: m.map_zoom_in(), exact: true }).click();
    await map.ready();
    await map.press("building-volumes", building.id);
    await card(page, building.properties.name).waitFor();
    await map.ready();
    const [address, camera] = [page.url(), await map.camera()];

    await go("about:blank");
    await go(address);
    await card(page, building.properties.name).waitFor();
    await map.ready();
    expect(page.url()).toBe(address);
    const again = await map.camera();
    expect(again.center[0]).toBeCloseTo(camera.center[0], 5);
    expect(again.center[1]).toBeCloseTo(camera.center[1], 5);
    expect(again.zoom).toBeCloseTo(camera.zoom, 1);
    expect(again.pitch).toBeCloseTo(camera.pitch, 0);
    expect(again.pitch).toBeGreaterThan(30);
    expect(await map.count("place-points")).toBe(0);
    await expect.poll(() => map.count("building-volumes")).toBeGreaterThan(0);
    expect(await page.getByRole("radio", { checked: true }).innerText()).toBe(
      m.look_target_buildings(),
    );
  }),
);

test(
  "back and forward step through what was selected",
  visiting({ path: "/hongqi" }, async (visit) => {
    const { page, map } = visit;
    const [one, other] = await twoBuildings(visit);
    for (const building of [one, other]) {
      await map.press("building-fills", building.id);
      await card(page, building.properties.name).waitFor();
      await map.ready();
    }
    await page.goBack();
    await card(page, one.properties.name).waitFor();
    await page.goBack();
    await page.getByRole("article").waitFor({ state: "detached" });
    await page.goForward();
    await card(page, one.properties.name).waitFor();
    await expect.poll(() => map.count("building-selection")).toBe(1);
  }),
);
