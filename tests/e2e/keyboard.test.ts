import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { m } from "#web/messages/compiled/messages.js";
import { visiting } from "./harness.ts";

interface Stop {
  role: string | null;
  name: string;
  isVisiblyFocused: boolean;
}

/** What has the focus, and whether it can be told from what has not. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const labelledBy = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .flatMap((id) => document.getElementById(id)?.textContent ?? []);
    const name =
      element.getAttribute("aria-label") ?? (labelledBy.join(" ") || element.textContent);
    const ownRing = [
      element,
      ...element.children,
      ...(element.parentElement ? [element.parentElement] : []),
    ];
    const hasRing = (each: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    return {
      role: element.getAttribute("role") ?? element.tagName.toLowerCase(),
      name: name?.trim() ?? "",
      isVisiblyFocused: ownRing.some(hasRing),
    };
  });
}

test(
  "Tab reaches the search, the modes, the switches and the map, and always shows where it is",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const stops: Stop[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (stop.role === "body" || (stops.length > 0 && stop.name === stops[0]?.name)) break;
      stops.push(stop);
    }
    expect(stops.filter(({ isVisiblyFocused }) => !isVisiblyFocused)).toEqual([]);
    const order = [
      m.search_label(),
      m.mode_look(),
      m.mode_coverage(),
      m.layer_buildings(),
      m.app_map_label({ community: "红旗村" }),
      m.map_zoom_in(),
    ].map((name) => stops.findIndex((stop) => stop.name === name));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }),
);

test(
  "the arrow keys move the map, and Escape steps out of a mode",
  visiting({ path: "/hongqi?mode=coverage" }, async ({ page, map }) => {
    await map.ready();
    await page.getByRole("region", { name: m.app_map_label({ community: "红旗村" }) }).focus();
    const before = await map.camera();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await map.camera()).center[0]).toBeGreaterThan(before.center[0]);
    await page.keyboard.press("Escape");
    await page.getByRole("switch", { name: m.layer_buildings(), exact: true }).waitFor();
  }),
);
