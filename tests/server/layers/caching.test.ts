import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { LAYERS } from "#data/model/layers.ts";
import { buildings, communities } from "#data/schema/index.ts";
import { type Tx, touch, transact } from "#server/context.ts";
import { layerPath } from "../answers.ts";
import { inRollback } from "../harness.ts";

const PATH = layerPath("hongqi", "buildings");

test(
  "an unchanged layer is answered with 304 and no body",
  inRollback(async ({ get }) => {
    const etag = (await get(PATH)).headers.get("ETag")!;
    const held = [etag, etag.replace("W/", ""), `"other", ${etag}`, "*"];
    for (const tags of held) {
      const again = await get(PATH, { "If-None-Match": tags });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("ETag")).toBe(etag);
    }
    expect((await get(PATH, { "If-None-Match": '"other"' })).status).toBe(200);
  }),
);

test(
  "a change gives a layer another tag, and only then",
  inRollback(async ({ get, ctx }) => {
    const etag = async (path: string) => (await get(path)).headers.get("ETag");
    const before = await etag(PATH);
    const places = layerPath("hongqi", "places");
    const untouched = await etag(places);
    expect(await etag(PATH)).toBe(before);
    await renameBuildings(ctx, "hongqi", "改名");
    const after = await etag(PATH);
    expect(after).not.toBe(before);
    expect(await (await get(PATH)).text()).toContain("改名");
    expect(await etag(PATH)).toBe(after);
    expect(await etag(places)).toBe(untouched);
  }),
);

test(
  "every encoding carries the same bytes",
  inRollback(async ({ get }) => {
    for (const layer of LAYERS) {
      const path = layerPath("sihuan", layer);
      const plain = Buffer.from(await (await get(path)).arrayBuffer());
      for (const [encoding, decode] of [
        ["gzip", gunzipSync],
        ["br", brotliDecompressSync],
      ] as const) {
        const encoded = await get(path, { "Accept-Encoding": encoding });
        expect(encoded.headers.get("Content-Encoding")).toBe(encoding);
        expect(encoded.headers.get("Vary")).toContain("Accept-Encoding");
        expect(decode(Buffer.from(await encoded.arrayBuffer())).equals(plain)).toBe(true);
      }
    }
  }),
);

test(
  "long answers that are no layers are compressed too",
  inRollback(async ({ get }) => {
    const path = "/api/communities/sihuan/planning-ground";
    const plain = await (await get(path)).text();
    const encoded = await get(path, { "Accept-Encoding": "gzip, br" });
    expect(encoded.headers.get("Content-Encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await encoded.arrayBuffer())).toString()).toBe(plain);
  }),
);

test(
  "an encoding that is refused is not used",
  inRollback(async ({ get }) => {
    for (const accepted of ["identity", "gzip;q=0, br;q=0", "zstd", ""]) {
      const response = await get(PATH, { "Accept-Encoding": accepted });
      expect(response.headers.get("Content-Encoding"), accepted).toBeNull();
      expect(await response.json()).toHaveProperty("features");
    }
  }),
);

test(
  "HEAD says what GET would, without a body",
  inRollback(async ({ request, get }) => {
    const head = await request(PATH, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    const { headers } = await get(PATH);
    for (const name of ["ETag", "Content-Type", "Cache-Control", "Vary"]) {
      expect(head.headers.get(name)).toBe(headers.get(name));
    }
  }),
);

async function renameBuildings(ctx: Tx, slug: string, name: string): Promise<void> {
  const [community] = await ctx.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  await transact(ctx, async (ctx) => {
    const isOurs = eq(buildings.communityId, community!.id);
    await ctx.db.update(buildings).set({ name }).where(isOurs);
    touch(ctx, community!.id, ["buildings"]);
  });
}
