import { expect, test } from "vitest";
import { visiting } from "./harness.ts";

test(
  "the first community is on the map when the product is opened",
  visiting({}, async ({ page, map }) => {
    await map.ready();
    await expect.poll(() => map.count("building-fills")).toBe(12);
    expect(new URL(page.url()).pathname).toBe("/hongqi");
    const grids = await map.drawn("grid-fills");
    expect(grids).toHaveLength(2);
    const colours = grids.map(({ properties }) => properties.colour);
    expect(new Set(colours).size).toBe(2);
  }),
);
