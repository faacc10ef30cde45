import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { audit } from "#data/schema/index.ts";
import type { Tx } from "#server/context.ts";
import { inRollback } from "../harness.ts";

const LUJIAZUI = readFileSync(
  new URL("../../fixtures/shanghai_lujiazui_osm_buildings.geojson", import.meta.url),
);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

interface Created {
  id: string;
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

async function countRows({ db }: Tx): Promise<unknown> {
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

test(
  "the layers of a new community show its buildings, each with its share of the ground",
  inRollback(async ({ get, post }) => {
    const made = await post("/api/communities", form(LUJIAZUI));
    const { slug } = (await made.json()) as Created;
    const layer = async (name: string) => {
      const response = await get(`/api/communities/${slug}/layers/${name}`);
      expect(response.status, name).toBe(200);
      return ((await response.json()) as Features).features;
    };
    const buildings = await layer("buildings");
    expect(buildings).toHaveLength(1321);
    expect(buildings.map(({ properties }) => properties.name)).toContain("上海国际会议中心");
    expect(await layer("boundary")).toHaveLength(1);
    expect(await layer("cells")).toHaveLength(1321);
    expect(await layer("grids")).toEqual([]);
    expect(await layer("party-households")).toEqual([]);
  }),
);

test(
  "two communities of one name live at two addresses",
  inRollback(async ({ post }) => {
    const create = async (name: string) => {
      const response = await post("/api/communities", form(squares({}), { name }));
      return ((await response.json()) as Created).slug;
    };
    expect(await create("East Gate")).toBe("east-gate");
    expect(await create("East Gate")).toBe("east-gate-2");
    expect(await create("east gate!")).toBe("east-gate-3");
    expect(await create("API")).toBe("api-2");
    const chinese = await create("滨江社区");
    expect(chinese).toMatch(/^c-[0-9a-f]{6}$/);
    expect(await create("滨江社区")).toBe(`${chinese}-2`);
  }),
);

test(
  "the properties that a person chose decide names and storeys; what was left out is reported",
  inRollback(async ({ get, post }) => {
    const file = squares(
      { label: "东楼", levels: 6, other: 18 },
      { label: "西楼", levels: 7, other: "many" },
    ).replace(/\]\}$/, ',{"type":"Feature","geometry":null,"properties":{"label":"北楼"}}]}');
    const response = await post(
      "/api/communities",
      form(file, { mapping: JSON.stringify({ name: "label", storeys: "other", number: null }) }),
    );
    const created = (await response.json()) as Created;
    expect(created).toMatchObject({
      buildings: 2,
      skipped: [{ row: 3, reason: "no-geometry", name: "北楼" }],
      warnings: [{ row: 2, kind: "storeys-nonsense", value: "many" }],
    });
    const layer = await get(`/api/communities/${created.slug}/layers/buildings`);
    const { features } = (await layer.json()) as Features;
    expect(features.map(({ properties }) => [properties.name, properties.storeys])).toEqual([
      ["东楼", 18],
      ["西楼", null],
    ]);
  }),
);

const BROKEN: [kind: string, content: string | Uint8Array<ArrayBuffer>, parameters: object][] = [
  ["empty-file", " \n", {}],
  ["zipped-file", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { contains: "unknown" }],
  ["wrong-kind", "楼号,层数\n1,6\n", { found: "table" }],
  ["not-json", '{"type":\n "FeatureCollection",,', { line: 2, column: 22 }],
  ["not-geojson", '{"type":"Topology"}', { found: "Topology" }],
  [
    "unsupported-crs",
    squares({}).replace("{", '{"crs":{"type":"name","properties":{"name":"EPSG:4549"}},'),
    { name: "EPSG:4549" },
  ],
  ["no-features", '{"type":"FeatureCollection","features":[]}', {}],
  [
    "no-usable-features",
    '{"type":"Feature","properties":{},"geometry":null}',
    { features: 1, reasons: [{ reason: "no-geometry", count: 1 }] },
  ],
  [
    "coordinates-in-metres",
    '{"type":"Point","coordinates":[13521000,3662000]}',
    { row: 1, epsg: 3857 },
  ],
  ["coordinates-swapped", '{"type":"Point","coordinates":[31.2,121.4]}', { row: 1 }],
  ["coordinates-off-earth", '{"type":"Point","coordinates":[200,10]}', { row: 1 }],
];

test.each(BROKEN)(
  "a file with the problem %s is refused with its place, and leaves nothing",
  (...row) =>
    inRollback(async ({ ctx, post }) => {
      const [kind, content, parameters] = row;
      const before = await countRows(ctx);
      const response = await post("/api/communities", form(content));
      expect(response.status).toBe(422);
      expect(response.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({
        type: `urn:getu:problem:${kind}`,
        status: 422,
        parameters: { kind, ...parameters },
      });
      expect(await countRows(ctx)).toEqual(before);
    })(),
);

test(
  "a creation that fails half-way leaves nothing",
  inRollback(async ({ ctx, post }) => {
    await ctx.db.execute(
      sql`ALTER TABLE audit ADD CONSTRAINT nothing_more CHECK (false) NOT VALID`,
    );
    const before = await countRows(ctx);
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await post("/api/communities", form(squares({}, {})));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ type: "urn:getu:problem:internal" });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(await countRows(ctx)).toEqual(before);
  }),
);

test(
  "a request without a file, without a name or with neither a form is not understood",
  inRollback(async ({ ctx, post }) => {
    const before = await countRows(ctx);
    const noFile = form("{}");
    noFile.delete("file");
    const notAFile = form("{}");
    notAFile.set("file", "text");
    const requests = [
      noFile,
      notAFile,
      form(squares({}), { name: "  " }),
      form(squares({}), { name: "长".repeat(81) }),
      form(squares({}), { mapping: "{not json" }),
      form(squares({}), { mapping: '{"colour":"name"}' }),
      { name: "no form" },
    ];
    for (const body of requests) {
      const response = await post("/api/communities", body);
      expect(response.status).toBe(400);
      const { type } = (await response.json()) as { type: string };
      expect(type).toMatch(/^urn:getu:problem:(invalid|unreadable-request)$/);
    }
    expect(await countRows(ctx)).toEqual(before);
  }),
);

test(
  "a body of 60 MB is too large, whether or not it says so beforehand",
  inRollback(async ({ request, post }) => {
    const body = form(new Uint8Array(60 * 1024 * 1024));
    const said = await post("/api/communities", body, { "Content-Length": String(60 * 1024 ** 2) });
    const unsaid = await request("/api/communities", { method: "POST", body });
    for (const response of [said, unsaid]) {
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        type: "urn:getu:problem:too-large",
        parameters: { limit: 50 * 1024 * 1024 },
      });
    }
  }),
);

test(
  "that a community was created, and from how many rows, is written down",
  inRollback(async ({ ctx, post }) => {
    const made = await post("/api/communities", form(squares({ name: "东楼" }, {})));
    const { id } = (await made.json()) as Created;
    expect(id).toMatch(UUID);
    const rows = await ctx.db.select().from(audit).where(eq(audit.communityId, id));
    expect(rows).toMatchObject([
      { action: "community.create", to: { name: "滨江社区", buildings: 2, skipped: 0 } },
    ]);
  }),
);
