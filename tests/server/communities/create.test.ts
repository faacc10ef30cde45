import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Ctx } from "#server/context.ts";
import { inRollback } from "../harness.ts";

const LUJIAZUI = readFileSync(
  new URL("../../fixtures/shanghai_lujiazui_osm_buildings.geojson", import.meta.url),
);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

interface Created {
  slug: string;
  buildings: number;
  skipped: { row: number; reason: string }[];
}
interface Features {
  features: { id: string; geometry: { type: string }; properties: Record<string, unknown> }[];
}

/** A request as the browser makes it. */
function form(content: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) {
  const data = new FormData();
  data.set("file", new File([content], "楼栋.geojson", { type: "application/geo+json" }));
  for (const [name, value] of Object.entries({ name: "滨江社区", ...fields }))
    data.set(name, value);
  return data;
}

/** Squares of some 20 m side by side, one for each row of properties. */
function squares(...rows: Record<string, unknown>[]) {
  const features = rows.map((properties, index) => {
    const [west, south, size] = [121.4 + index / 1000, 31.2, 0.0002];
    const corners = [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ];
    return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [corners] } };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

async function countRows({ db }: Ctx): Promise<unknown> {
  const result = await db.execute(sql`SELECT
    (SELECT count(*)::int FROM communities) AS communities,
    (SELECT count(*)::int FROM buildings) AS buildings,
    (SELECT count(*)::int FROM plans) AS plans,
    (SELECT count(*)::int FROM audit) AS audit`);
  return (result as unknown as { rows: unknown[] }).rows[0];
}

test(
  "a real file becomes a community whose buildings are all still to be assigned",
  inRollback(async ({ get, post }) => {
    const response = await post(
      "/api/communities",
      form(LUJIAZUI, { attribution: "© OpenStreetMap contributors, ODbL 1.0" }),
    );
    expect(response.status).toBe(201);
    const created = (await response.json()) as Created;
    expect(created).toMatchObject({ name: "滨江社区", buildings: 1321, skipped: [] });
    expect(response.headers.get("Location")).toBe(`/api/communities/${created.slug}`);

    const list = (await (await get("/api/communities")).json()) as { slug: string }[];
    expect(list.find(({ slug }) => slug === created.slug)).toMatchObject({
      name: "滨江社区",
      isInvented: false,
      attribution: "© OpenStreetMap contributors, ODbL 1.0",
      counts: { buildings: 1321, households: 0, grids: 0, microGrids: 0 },
    });
    const coverage = await (await get(`/api/communities/${created.slug}/coverage`)).json();
    expect(coverage).toMatchObject({ totals: { buildings: 1321, uncovered: 1321, doubled: 0 } });
  }),
);
