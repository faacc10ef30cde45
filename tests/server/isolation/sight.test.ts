import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { BuildingDetail } from "#data/model/answers/buildings.ts";
import { SAMPLE_SLUGS } from "#data/samples/index.ts";
import { households } from "#data/schema/index.ts";
import { answersOf, type LayerAnswer, layerPath } from "../answers.ts";
import { inRollback, type TestServer } from "../harness.ts";

const COUNTS = ["households", "residents", "partyMembers", "centreHouseholds"];
const COUNTED = ["buildings", "grids", "micro-grids", "compounds", "cells"] as const;
type Slug = (typeof SAMPLE_SLUGS)[number];

async function layerAs(server: TestServer, username: string, slug: Slug, layer: string) {
  const response = await server.as(username).get(layerPath(slug, layer as "buildings"));
  expect(response.status).toBe(200);
  return (await response.json()) as LayerAnswer;
}

/** Counts of one and two anywhere in an answer, by where they stand. */
function fewIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fewIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    COUNTS.includes(key) && (inner === 1 || inner === 2)
      ? [`${path}.${key} ${inner}`]
      : fewIn(inner, `${path}.${key}`),
  );
}

test.each(["leader", "admin"])(
  "%s, who answers for no home, is told of no count of one or two in any sample",
  async (username) => {
    await inRollback(async (server) => {
      let hidden = 0;
      for (const slug of SAMPLE_SLUGS) {
        for (const layer of COUNTED) {
          const answer = await layerAs(server, username, slug, layer);
          expect(fewIn(answer), `${slug} ${layer}`).toEqual([]);
          hidden += answer.features.filter(({ properties }) =>
            COUNTS.some((count) => properties[count] === null),
          ).length;
        }
      }
      // Otherwise the samples have no such count, and nothing was tested.
      expect(hidden).toBeGreaterThan(10);
    })();
  },
);

test(
  "details tell of few people as little as layers do",
  inRollback(async (server) => {
    const { layers } = await answersOf("sihuan");
    for (const things of ["buildings", "grids", "micro-grids", "compounds"] as const) {
      for (const { id } of layers[things].features.slice(0, 25)) {
        const response = await server.as("leader").get(`/api/communities/sihuan/${things}/${id}`);
        expect(fewIn(await response.json()), `${things} ${id}`).toEqual([]);
      }
    }
  }),
);

test(
  "the load of a few buildings, which adds tags up, is told to planners and to who answers for them",
  inRollback(async (server) => {
    const loads = async (username: string) => {
      const { features } = await layerAs(server, username, "hongqi", "buildings");
      return features.filter(({ properties }) => properties["load"] !== null).length;
    };
    const { features } = await layerAs(server, "hongqi.secretary", "hongqi", "buildings");
    expect(await loads("hongqi.secretary")).toBe(features.length);
    expect(await loads("hongqi.planner")).toBe(features.length);
    expect(await loads("hongqi.department")).toBe(0);
    const own = await loads("hongqi.worker1");
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(features.length);
  }),
);

test(
  "party households are on the map of those whose duty they are, and on no other",
  inRollback(async (server) => {
    const stars = async (username: string) =>
      (await layerAs(server, username, "hongqi", "party-households")).features.length;
    const all = await stars("hongqi.secretary");
    expect(all).toBeGreaterThan(5);
    const first = await stars("hongqi.worker1");
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(all);
    for (const role of ["planner", "inspector", "department", "contact1", "keeper1"]) {
      expect(await stars(`hongqi.${role}`), role).toBe(0);
    }
  }),
);

function homesOf({ entrances }: BuildingDetail) {
  return entrances.flatMap(({ floors }) => floors.flatMap(({ dwellings }) => dwellings));
}

test(
  "a building shows its homes to who answers for it, tags to the grid's own duties, and neither to others",
  inRollback(async (server) => {
    const { layers } = await answersOf("hongqi");
    const buildings = layers.buildings.features;
    const worker = await server.actorOf("hongqi.worker1");
    const gridId = worker.rights.memberships.get("hongqi")!.duties[0]!.placeId;
    const inside = buildings.find(({ properties }) => properties["gridId"] === gridId)!;
    const outside = buildings.find(
      ({ properties }) => properties["gridId"] !== gridId && properties["gridId"] !== null,
    )!;
    const read = async (username: string, id: string) => {
      const response = await server.as(username).get(`/api/communities/hongqi/buildings/${id}`);
      return homesOf((await response.json()) as BuildingDetail);
    };
    const shown = await read("hongqi.worker1", inside.id);
    expect(shown.some(({ household }) => household?.sensitive)).toBe(true);
    expect(shown.every(({ isHidden }) => !isHidden)).toBe(true);
    for (const [username, id] of [
      ["hongqi.worker1", outside.id],
      ["hongqi.department", inside.id],
      ["hongqi.planner", inside.id],
      ["leader", inside.id],
      ["admin", inside.id],
    ] as const) {
      const homes = await read(username, id);
      expect(
        homes.every(({ household }) => household === null),
        username,
      ).toBe(true);
      expect(
        homes.some(({ isHidden }) => isHidden),
        username,
      ).toBe(true);
    }
    const inspected = await read("hongqi.inspector", inside.id);
    expect(inspected.some(({ household }) => household !== null)).toBe(true);
    expect(inspected.every(({ household }) => !household?.sensitive)).toBe(true);
  }),
);

test(
  "two who see different things are never given one another's bytes",
  inRollback(async (server) => {
    const tagOf = async (username: string, layer: string) => {
      const response = await server.as(username).get(layerPath("hongqi", layer as "buildings"));
      return { tag: response.headers.get("ETag")!, text: await response.text() };
    };
    const secretary = await tagOf("hongqi.secretary", "party-households");
    const planner = await tagOf("hongqi.planner", "party-households");
    expect(planner.tag).not.toBe(secretary.tag);
    const asked = await server
      .as("hongqi.planner")
      .get(layerPath("hongqi", "party-households"), { "If-None-Match": secretary.tag });
    expect(asked.status).toBe(200);
    const response = await server.as("hongqi.planner").get(layerPath("hongqi", "buildings"));
    expect(response.headers.get("Cache-Control")).toContain("private");
  }),
);

test(
  "a search finds heads of household only for those who answer for them",
  inRollback(async (server) => {
    const { ctx } = server;
    const id = await ctx.residents.idOf(ctx, "hongqi");
    const [home] = await ctx.db.select().from(households).where(eq(households.communityId, id));
    const find = async (username: string) => {
      const query = encodeURIComponent(home!.headName);
      const path = `/api/communities/hongqi/search?limit=50&q=${query}`;
      return ((await (await server.as(username).get(path)).json()) as { id: string }[]).map(
        (hit) => hit.id,
      );
    };
    expect(await find("hongqi.secretary")).toContain(home!.id);
    for (const username of ["hongqi.planner", "hongqi.department", "leader", "admin"]) {
      expect(await find(username), username).not.toContain(home!.id);
    }
  }),
);
