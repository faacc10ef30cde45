import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { BuildingGround } from "#data/model/answers/ground.ts";
import type { Coverage } from "#data/model/coverage/findings.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { shiftBetween } from "#data/model/ground/movement.ts";
import type { LayerAnswer } from "#tests/server/answers.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, PHONE, visiting } from "./harness.ts";

const BASE = "/api/communities/hongqi";
const as = "hongqi.secretary";

const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();

async function buildingIds(): Promise<Map<string, string>> {
  const { features } = await ask<LayerAnswer>(`${BASE}/layers/buildings`);
  return new Map(features.map(({ id, properties }) => [String(properties.name), id]));
}

async function uncovered(): Promise<string[]> {
  const { findings } = await ask<Coverage>(`${BASE}/coverage`);
  return findings.flatMap(({ kind, subject }) => (kind === "unit-uncovered" ? [subject.name] : []));
}

test("a building is dragged, put back, dragged again and renamed, and stays in its micro-grid", async () => {
  const id = (await buildingIds()).get("3号楼")!;
  const before = await ask<BuildingGround>(`${BASE}/buildings/${id}/ground`, as);
  const gaps = await uncovered();
  await visiting({ path: `/hongqi?selected=building:${id}`, as }, async ({ page, map }) => {
    await map.ready();
    await press(page, m.card_edit());
    await page.getByRole("heading", { name: "3号楼" }).waitFor();
    await press(page, m.ground_move());
    await page.getByText(m.ground_move_hint()).waitFor();
    await map.ready();
    const { x, y } = await map.pixelOf(representativePoint(before.footprint));
    const drag = async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 10, y, { steps: 4 });
      await page.mouse.move(x + 30, y + 8, { steps: 8 });
      await page.mouse.up();
      await page.getByRole("button", { name: m.ground_undo() }).waitFor();
    };
    await drag();
    await press(page, m.ground_undo());
    expect(await page.getByRole("button", { name: m.ground_save() }).isDisabled()).toBe(true);
    await drag();
    await page.getByLabel(m.ground_name(), { exact: true }).fill("3号楼甲");
    await press(page, m.ground_save());
    await page.getByText(m.ground_saved()).waitFor();
  })();
  const after = await ask<BuildingGround>(`${BASE}/buildings/${id}/ground`, as);
  expect(after).toMatchObject({ name: "3号楼甲", version: before.version + 1 });
  const [east = 0, north = 0] = shiftBetween(before.footprint, after.footprint) ?? [];
  expect(east).toBeGreaterThan(0);
  expect(north).toBeLessThan(0);
  expect(await uncovered()).toEqual(gaps);
});

test(
  "a new building is drawn, found uncovered, put into the proposed micro-grid, and deleted",
  visiting({ path: "/hongqi?mode=ground", as }, async ({ page, map }) => {
    await map.ready();
    const beside = await map.placeOf("building-fills", (await buildingIds()).get("5号楼")!);
    await press(page, m.ground_add());
    await page.getByText(m.ground_draw_hint()).waitFor();
    const corners = [
      [0, 0],
      [24, 0],
      [24, 24],
      [0, 24],
      [0, 0],
    ] as const;
    for (const [dx, dy] of corners) {
      await page.mouse.move(beside.x + dx, beside.y + dy, { steps: 3 });
      await page.mouse.click(beside.x + dx, beside.y + dy);
    }
    await page.getByText(m.ground_move_hint()).waitFor();
    await page.getByLabel(m.ground_name(), { exact: true }).fill("新门卫室");
    await press(page, m.ground_add_do());
    await page.getByRole("heading", { name: "新门卫室" }).waitFor();
    await page.getByText(m.gap_title({ name: "新门卫室" })).waitFor();
    expect(await uncovered()).toContain("新门卫室");
    await page.getByRole("button", { name: new RegExp(m.gap_cover({ microGrid: "" })) }).click();
    await expect.poll(uncovered, { timeout: 20_000 }).not.toContain("新门卫室");
    await press(page, m.ground_remove());
    const dialog = page.getByRole("dialog");
    await dialog.getByText(m.ground_remove_uses()).waitFor();
    await dialog.getByLabel(m.ground_remove_reason(), { exact: true }).fill("画错了");
    await dialog.getByRole("button", { name: m.ground_remove_do(), exact: true }).click();
    await page.getByText(m.ground_intro()).waitFor();
    expect([...(await buildingIds()).keys()]).not.toContain("新门卫室");
  }),
);

test("on a phone, in English, the pencil of a card leads to the building's facts", async () => {
  const id = (await buildingIds()).get("6号楼")!;
  const path = `/hongqi?selected=building:${id}`;
  await visiting({ ...PHONE, path, as, locale: "en" }, async ({ page, map }) => {
    await map.ready();
    const tabs = page.getByRole("navigation").first();
    expect(await tabs.getByRole("button", { name: "Buildings" }).count()).toBe(0);
    await press(page, "Edit");
    await page.getByLabel("Storeys", { exact: true }).fill("9");
    await press(page, "Save");
    await page.getByText("Saved", { exact: true }).waitFor();
  })();
  const after = await ask<BuildingGround>(`${BASE}/buildings/${id}/ground`, as);
  expect(after.storeys).toBe(9);
});
