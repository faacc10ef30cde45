import type { FeatureCollection } from "geojson";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { LAYERS, type Layer } from "#data/model/layers.ts";
import { CLASS_COLOURS } from "#web/layers/palette.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ask, visiting } from "./harness.ts";
import { reportHazard } from "./reportHazard.ts";

/** What shows that a layer is there, any of them, and the message on its switch. */
const SIGNS: Record<Layer, { drawn: string | string[]; name: () => string }> = {
  context: { drawn: "context-roads", name: m.layer_context },
  boundary: { drawn: "boundary-line", name: m.layer_boundary },
  grids: { drawn: "grid-lines", name: m.layer_grids },
  "micro-grids": { drawn: "micro-grid-lines", name: m["layer_micro-grids"] },
  cells: { drawn: "cell-lines", name: m.layer_cells },
  buildings: { drawn: "building-fills", name: m.layer_buildings },
  compounds: { drawn: "compound-fills", name: m.layer_compounds },
  places: { drawn: "place-points", name: m.layer_places },
  "party-households": { drawn: "party-centre-stars", name: m["layer_party-households"] },
  // Which of them stand apart depends on what other tests report.
  hazards: { drawn: ["hazard-pins", "hazard-clusters"], name: m.layer_hazards },
};

const legendOf = (page: Page) => page.getByRole("region", { name: m.look_legend(), exact: true });

async function colourBy(page: Page, measure: string): Promise<void> {
  await page.getByRole("combobox", { name: m.look_colour() }).click();
  await page.getByRole("option", { name: measure, exact: true }).click();
}

test(
  "the first community is on the map when the product is opened",
  visiting({}, async ({ page, map }) => {
    await map.ready();
    await expect.poll(() => map.count("building-fills")).toBe(12);
    expect(await map.count("grid-fills")).toBe(2);
    expect(new URL(page.url()).pathname).toBe("/hongqi");
  }),
);

test(
  "grids that touch are drawn in different colours",
  visiting({ path: "/xinyuan" }, async ({ map }) => {
    await map.ready();
    const { features } = await ask<FeatureCollection>("/api/communities/xinyuan/layers/grids");
    await expect.poll(() => map.count("grid-fills")).toBe(features.length);
    const drawn = await map.drawn("grid-fills");
    const colourOf = new Map(drawn.map(({ id, properties }) => [id, properties.colour]));
    const corners = features.map(({ id, geometry }) => ({
      colour: colourOf.get(String(id)),
      places: new Set(JSON.stringify(geometry).match(/\[[\d.]+,[\d.]+\]/g)),
    }));
    let neighbours = 0;
    for (const [index, one] of corners.entries()) {
      for (const other of corners.slice(index + 1)) {
        const shared = [...one.places].filter((place) => other.places.has(place));
        if (shared.length < 2) continue;
        neighbours++;
        expect(one.colour).not.toBe(other.colour);
      }
    }
    expect(neighbours).toBeGreaterThan(0);
  }),
);

test(
  "every layer's switch takes it off the map and puts it back",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await reportHazard("第一网格", "楼道堆物");
    await map.ready();
    for (const layer of LAYERS) {
      const { drawn, name } = SIGNS[layer];
      const control = page.getByRole("switch", { name: name(), exact: true });
      const isShown = await control.isChecked();
      expect(isShown, layer).toBe(layer !== "cells");
      for (const expected of [isShown, !isShown, isShown]) {
        if ((await control.isChecked()) !== expected) await control.click();
        await expect
          .poll(() => map.count(...[drawn].flat()), {
            message: `${layer} ${expected ? "on" : "off"}`,
          })
          .toSatisfy((count: number) => count > 0 === expected);
      }
    }
  }),
);

test(
  "the address and the legend follow the layers",
  visiting({ path: "/hongqi" }, async ({ page }) => {
    const stars = legendOf(page).getByText(m.legend_party_centre());
    await stars.waitFor();
    await page.getByRole("switch", { name: m["layer_party-households"]() }).click();
    await stars.waitFor({ state: "detached" });
    await expect
      .poll(() => new URL(page.url()).searchParams.get("layers"))
      .not.toContain("party-households");
  }),
);

test(
  "grids and buildings are coloured by households in the legend's classes",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    await legendOf(page).getByText(m.look_legend_grid()).waitFor();
    await colourBy(page, m.look_measure_households());
    const lastClass = new RegExp(m.look_legend_class_last({ from: "\\d+", unit: ".*" }));
    await legendOf(page).getByText(lastClass).waitFor();
    const classes = CLASS_COLOURS.light.map(rgba);
    await expect
      .poll(() => map.fillColours("grid-fills"))
      .toSatisfy((colours: string[]) => isWithin(colours, classes));
    await page.getByRole("radio", { name: m.look_target_buildings() }).click();
    await expect
      .poll(async () => new Set(await map.fillColours("building-fills")).size)
      .toBeGreaterThan(1);
    expect(await map.fillColours("building-fills")).toSatisfy((colours: string[]) =>
      isWithin(colours, classes),
    );
  }),
);

test(
  "buildings rise by their storeys and lie down again",
  visiting({ path: "/hongqi" }, async ({ page, map }) => {
    await map.ready();
    const control = page.getByRole("button", { name: m.map_3d(), exact: true });
    await control.click();
    await expect.poll(() => map.count("building-volumes")).toBe(12);
    expect(await map.count("building-fills")).toBe(0);
    await expect.poll(async () => (await map.camera()).pitch).toBeGreaterThan(30);
    await control.click();
    await expect.poll(() => map.count("building-fills")).toBe(12);
    expect(await map.count("building-volumes")).toBe(0);
  }),
);

function isWithin(colours: string[], allowed: string[]): boolean {
  return colours.length > 0 && colours.every((colour) => allowed.includes(colour));
}

/** As the map writes a colour. */
function rgba(hex: string): string {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${parts.join(",")},1)`;
}
