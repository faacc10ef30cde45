import { bbox } from "@turf/turf";
import { expect, test } from "vitest";
import type { Bbox } from "#data/model/geometry/bbox.ts";
import { LAYERS } from "#data/model/layers.ts";
import { answersOf, type LayerAnswer, layerPath, read } from "../answers.ts";
import { inRollback } from "../harness.ts";

test(
  "a box brings all features whose own box meets it, and no others",
  inRollback(async (server) => {
    const { layers, summary } = await answersOf("xinyuan");
    const [west, south, east, north] = summary.bounds;
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const boxes: Bbox[] = [
      [west, south, x, y],
      [x, y, x, y],
      [x - 1e-4, y - 1e-4, x + 1e-4, y + 1e-4],
      [west - 1, south - 1, east + 1, north + 1],
      [0, 0, 1, 1],
    ];
    for (const layer of LAYERS) {
      for (const box of boxes) {
        const path = `${layerPath("xinyuan", layer)}?bbox=${box.join(",")}`;
        const answer = await read<LayerAnswer>(server, path);
        const expected = layers[layer].features.filter((feature) => meet(bbox(feature), box));
        expect(answer.features).toEqual(expected);
      }
    }
  }),
);

test(
  "boxes that share an edge only meet",
  inRollback(async (server) => {
    const { layers } = await answersOf("hongqi");
    const [building] = layers.buildings.features;
    const [west, south, east, north] = bbox(building!);
    const touching = `${east},${south},${east! + 1},${north}`;
    const path = `${layerPath("hongqi", "buildings")}?bbox=${touching}`;
    const answer = await read<LayerAnswer>(server, path);
    expect(answer.features.map(({ id }) => id)).toContain(building!.id);
    expect(west).toBeLessThan(east!);
  }),
);

const WRONG = [
  "",
  "1,2,3",
  "1,2,3,4,5",
  "a,b,c,d",
  "1,,3,4",
  "3,1,2,4",
  "1,4,2,3",
  "-181,0,0,1",
  "0,0,1,91",
  "NaN,0,1,1",
  "Infinity,0,1,1",
  "1;2;3;4",
];

test.each(WRONG)("the box “%s” is refused", async (box) => {
  await inRollback(async ({ get }) => {
    const response = await get(`${layerPath("hongqi", "buildings")}?bbox=${box}`);
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    const { type, parameters } = (await response.json()) as {
      type: string;
      parameters: { issues: { path: string }[] };
    };
    expect(type).toBe("urn:getu:problem:invalid");
    expect(parameters.issues[0]?.path).toMatch(/^bbox/);
  })();
});

test(
  "a part of a layer has a tag of its own",
  inRollback(async ({ get }) => {
    const path = `${layerPath("hongqi", "buildings")}?bbox=0,0,1,1`;
    const part = await get(path);
    const whole = await get(layerPath("hongqi", "buildings"));
    expect(part.headers.get("ETag")).not.toBe(whole.headers.get("ETag"));
    const again = await get(path, { "If-None-Match": part.headers.get("ETag")! });
    expect(again.status).toBe(304);
  }),
);

function meet(a: readonly number[], b: Bbox): boolean {
  return a[0]! <= b[2] && a[2]! >= b[0] && a[1]! <= b[3] && a[3]! >= b[1];
}
