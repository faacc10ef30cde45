import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { maskName } from "#data/model/mask.ts";
import { SAMPLE_SLUGS } from "#data/samples/index.ts";
import { communities, duties, households, people, places } from "#data/schema/index.ts";
import { answersOf, read } from "./answers.ts";
import { inRollback, type TestServer } from "./harness.ts";

interface Hit {
  type: string;
  id: string;
  name: string;
  detail: string;
  opens: { type: string; id: string } | null;
  position: [number, number];
}

function find(server: TestServer, slug: string, words: string, limit = 12): Promise<Hit[]> {
  const query = new URLSearchParams({ q: words, limit: String(limit) });
  return read<Hit[]>(server, `/api/communities/${slug}/search?${query.toString()}`);
}

async function idOf({ ctx }: TestServer, slug: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  return row!.id;
}

test(
  "a building is found however its number is written",
  inRollback(async (server) => {
    const [asNamed] = await find(server, "hongqi", "3号楼");
    expect(asNamed).toMatchObject({ type: "building", name: "3号楼" });
    expect(asNamed!.opens).toEqual({ type: "building", id: asNamed!.id });
    for (const words of ["3栋", "３号楼", "三号楼", "3幢", " 3 号楼 ", "3#楼", "3"]) {
      const [first] = await find(server, "hongqi", words);
      expect(first?.id, words).toBe(asNamed!.id);
    }
  }),
);

test.each(SAMPLE_SLUGS)(
  "in %s every building is found by its address and every grid by name",
  async (slug) => {
    const { layers } = await answersOf(slug);
    await inRollback(async (server) => {
      for (const { id, properties } of layers.buildings.features.slice(0, 30)) {
        if (typeof properties.address !== "string") continue;
        const hits = await find(server, slug, properties.address, 50);
        const same = layers.buildings.features.filter(
          (f) => f.properties.address === properties.address,
        );
        if (same.length <= 50)
          expect(
            hits.map((hit) => hit.id),
            properties.address,
          ).toContain(id);
      }
      for (const { id, properties } of layers.grids.features) {
        const hits = await find(server, slug, properties.name as string, 50);
        expect(hits).toContainEqual(expect.objectContaining({ type: "grid", id }));
      }
    })();
  },
);

test(
  "a place is found by its name",
  inRollback(async (server) => {
    const [place] = await server.ctx.db
      .select()
      .from(places)
      .where(eq(places.communityId, await idOf(server, "ruyizhuang")));
    const hits = await find(server, "ruyizhuang", place!.name);
    expect(hits).toContainEqual(expect.objectContaining({ type: "place", id: place!.id }));
  }),
);

test(
  "a person on duty is found by name and phone and opens what they answer for",
  inRollback(async (server) => {
    const communityId = await idOf(server, "hongqi");
    const [worker] = await server.ctx.db
      .select({ id: people.id, name: people.name, phone: people.phone, placeId: duties.placeId })
      .from(duties)
      .innerJoin(people, eq(people.id, duties.personId))
      .where(eq(duties.role, "grid-worker"))
      .then((rows) => rows.filter(({ phone }) => phone !== null))
      .then(async (rows) => {
        const ours = await server.ctx.db
          .select({ id: people.id })
          .from(people)
          .where(eq(people.communityId, communityId));
        return rows.filter(({ id }) => ours.some((person) => person.id === id));
      });
    for (const words of [worker!.name, worker!.phone!]) {
      const hits = await find(server, "hongqi", words);
      const hit = hits.find(({ id }) => id === worker!.id);
      expect(hit).toMatchObject({ type: "person", name: worker!.name });
      expect(hit!.opens).not.toBeNull();
    }
  }),
);

test(
  "a head of household is found by the full name, shown masked, and opens the building",
  inRollback(async (server) => {
    const heads = await server.ctx.db
      .select()
      .from(households)
      .where(eq(households.communityId, await idOf(server, "hongqi")));
    for (const { id, headName, phone, buildingId } of heads.slice(0, 20)) {
      const hits = await find(server, "hongqi", headName, 50);
      expect(hits.find((hit) => hit.id === id)).toMatchObject({
        type: "person",
        name: maskName(headName),
        opens: { type: "building", id: buildingId },
      });
      if (phone)
        expect((await find(server, "hongqi", phone)).map((hit) => hit.id)).not.toContain(id);
    }
  }),
);

test.each([1, 7, 50])("a search brings at most the %i hits asked for", async (limit) => {
  await inRollback(async (server) => {
    expect(await find(server, "xinyuan", "号", limit)).toHaveLength(limit);
  })();
});

test(
  "without a limit there are twelve hits, and none for words that stand nowhere",
  inRollback(async (server) => {
    const path = "/api/communities/xinyuan/search?q=";
    expect(await read(server, `${path}${encodeURIComponent("号")}`)).toHaveLength(12);
    expect(await read(server, `${path}qwertz`)).toEqual([]);
    expect(await read(server, `${path}${encodeURIComponent("%_' OR 1=1 --")}`)).toEqual([]);
  }),
);

test.each([
  "",
  "q=",
  "q=%20%20",
  `q=${"x".repeat(101)}`,
  "q=1&limit=0",
  "q=1&limit=51",
  "q=1&limit=a",
  "q=1&q=2",
])("the search “%s” is refused", async (query) => {
  await inRollback(async ({ get }) => {
    const response = await get(`/api/communities/hongqi/search?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: "urn:getu:problem:invalid" });
  })();
});
