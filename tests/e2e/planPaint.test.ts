import type { Map as MapLibreMap } from "maplibre-gl";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { CreatedPlan } from "#data/model/answers/planEdits.ts";
import type { PlanDetail } from "#data/model/answers/plans.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, visiting } from "./harness.ts";

interface MapElement extends HTMLElement {
  maplibre?: MapLibreMap;
}

/** As another program would, with the session of the page. */
async function makeDraft(page: Page): Promise<string> {
  const created = await page.evaluate(async () => {
    const response = await fetch("/api/communities/hongqi/plans", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "试画", from: "in-force" }),
    });
    return (await response.json()) as CreatedPlan;
  });
  return created.id;
}

/** Presses the map in the middle of a building or an entrance, by what it is called. */
async function pressUnit(page: Page, name: string): Promise<void> {
  const at = await page.waitForFunction((name) => {
    const map = document.querySelector<MapElement>(".maplibregl-map")?.maplibre;
    const shapes = map?.getLayer("plan-shape-fills")
      ? map.queryRenderedFeatures({ layers: ["plan-shape-fills"] })
      : [];
    const shape = shapes.find(({ properties }) => properties.name === name);
    if (!map || shape?.geometry.type !== "Polygon") return null;
    const ring = shape.geometry.coordinates[0]!.slice(1);
    const mean = (axis: 0 | 1) => ring.reduce((sum, at) => sum + at[axis]!, 0) / ring.length;
    const { x, y } = map.project([mean(0), mean(1)]);
    const { left, top } = map.getCanvas().getBoundingClientRect();
    return { x: left + x, y: top + y };
  }, name);
  const { x, y } = (await at.jsonValue())!;
  await page.mouse.click(x, y);
}

test(
  "a planner paints, takes it back, breaks a building, is held by a lock, and finds it all again",
  visiting({ path: "/hongqi?mode=plans" }, async ({ page, map, go }) => {
    await page.waitForLoadState();
    const id = await makeDraft(page);
    await go(`/hongqi?mode=plans&plan=${id}`);
    await page.getByRole("toolbar", { name: m.paint_tools() }).waitFor();
    await map.ready();
    const read = () => ask<PlanDetail>(`/api/communities/hongqi/plans/${id}`);
    const before = await read();
    const microGrid = before.microGrids.find(({ name }) => name === "微网格2-1")!;
    const sizeOf = async () =>
      (await read()).units.filter((unit) => unit.microGridId === microGrid.id).length;
    const start = await sizeOf();
    const undo = page.getByRole("button", { name: m.paint_undo() });
    const uncovered = (count: number) =>
      page.getByText(m.paint_uncovered({ count: String(count) }), { exact: true });

    await page.getByRole("button", { name: /^第二网格 / }).click();
    await page.getByRole("button", { name: /^微网格2-1 / }).click();
    await page.keyboard.press("v");
    await pressUnit(page, "4号楼");
    await expect.poll(sizeOf).toBe(start + 1);
    await undo.click();
    await expect.poll(sizeOf).toBe(start);

    await page.keyboard.press("e");
    await uncovered(1).waitFor();
    await pressUnit(page, "4号楼");
    await uncovered(2).waitFor();
    await page.keyboard.press("Control+z");
    await uncovered(1).waitFor();

    await page.keyboard.press("x");
    await pressUnit(page, "4号楼");
    await expect.poll(() => map.drawn("plan-shape-fills").then(namesOf)).toContain("1单元");

    await page.keyboard.press("e");
    await page.keyboard.press("Shift+K");
    await page.keyboard.press("v");
    await pressUnit(page, "1单元");
    await page.getByText(m.paint_refused_locked({ names: "微网格2-1" })).waitFor();
    await page.getByText(m.plans_saved(), { exact: true }).waitFor();

    await page.reload();
    await page
      .getByRole("button", { name: m.paint_unlock({ name: "微网格2-1" }) })
      .or(page.getByRole("button", { name: /^第二网格 / }))
      .first()
      .waitFor();
    const after = await read();
    expect(after.microGrids.find((each) => each.id === microGrid.id)?.isLocked).toBe(true);
    expect(after.units.length).toBeGreaterThan(before.units.length);
    await expect.poll(() => map.drawn("plan-shape-fills").then(namesOf)).toContain("1单元");
  }),
);

function namesOf(drawn: readonly { properties: Record<string, unknown> }[]): unknown[] {
  return drawn.map(({ properties }) => properties.name);
}
