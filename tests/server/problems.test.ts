import { expect, test, vi } from "vitest";
import { createApp } from "#server/app.ts";
import type { Residents } from "#server/resident/store.ts";
import { AS_EVERYWHERE, inRollback, type TestServer } from "./harness.ts";

/** What a refusal says, after a look at what every refusal has. */
async function refusal(response: Response, status: number) {
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const document = (await response.json()) as Record<string, unknown>;
  expect(document).toMatchObject({ title: expect.any(String), detail: expect.any(String), status });
  return document;
}

const NOBODY = "00000000-0000-4000-8000-000000000000";
const MISSING: [path: string, status: number, kind: string][] = [
  ["/api/nothing", 404, "no-such-route"],
  ["/api/communities/hongqi", 404, "no-such-route"],
  ["/api/communities/nowhere/coverage", 404, "no-such-community"],
  ["/api/communities/nowhere/layers/buildings", 404, "no-such-community"],
  ["/api/communities/nowhere/events", 404, "no-such-community"],
  ["/api/communities/nowhere/search?q=1", 404, "no-such-community"],
  ["/api/communities/%E6%B2%A1%E6%9C%89/themes", 404, "no-such-community"],
  ["/api/communities/hongqi/layers/dragons", 400, "invalid"],
  ["/api/communities/hongqi%00/layers/buildings", 400, "unreadable-request"],
  [`/api/communities/${"x".repeat(65)}/coverage`, 404, "no-such-community"],
  ...["buildings", "grids", "micro-grids", "compounds", "places"].flatMap(
    (things): [string, number, string][] => [
      [`/api/communities/hongqi/${things}/${NOBODY}`, 404, "no-such-thing"],
      [`/api/communities/hongqi/${things}/1`, 400, "invalid"],
    ],
  ),
];

test.each(MISSING)("%s is refused with %i %s", async (path, status, kind) => {
  await inRollback(async ({ get }) => {
    const document = await refusal(await get(path), status);
    expect(document.type).toBe(`urn:getu:problem:${kind}`);
  })();
});

test(
  "a building of another community is not found here",
  inRollback(async ({ get }) => {
    const layer = (await (await get("/api/communities/xinyuan/layers/buildings")).json()) as {
      features: { id: string }[];
    };
    const { id } = layer.features[0]!;
    expect((await get(`/api/communities/xinyuan/buildings/${id}`)).status).toBe(200);
    await refusal(await get(`/api/communities/hongqi/buildings/${id}`), 404);
  }),
);

test(
  "a wrong method is told which ones are right",
  inRollback(async ({ request }) => {
    const ask = (method: string, path: string) => request(path, { method });
    const layer = "/api/communities/hongqi/layers/buildings";
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await ask(method, layer);
      expect(response.headers.get("Allow")).toBe("GET, HEAD");
      expect(await refusal(response, 405)).toMatchObject({
        type: "urn:getu:problem:wrong-method",
        parameters: { method, allowed: ["GET", "HEAD"] },
      });
    }
    const communities = await ask("DELETE", "/api/communities");
    expect(communities.headers.get("Allow")).toBe("GET, HEAD, POST");
    await refusal(await ask("DELETE", "/api/nothing"), 404);
  }),
);

/** Something in the middle of a request that nobody thought of. */
function withBrokenResidents({ ctx }: TestServer) {
  const residents = {
    of: () => Promise.reject(new Error("the password is 1234")),
  } as unknown as Residents;
  const app = createApp({ ...ctx, residents });
  return { get: (path: string) => app.request(path, { headers: AS_EVERYWHERE }) };
}

test(
  "an unexpected error is a 500 that keeps its cause to the log",
  inRollback(async (server) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const response = await withBrokenResidents(server).get("/api/communities/hongqi/coverage");
    const document = await refusal(response, 500);
    expect(JSON.stringify(document)).not.toContain("1234");
    expect(JSON.stringify(document)).not.toContain("Error");
    expect(String(log.mock.calls[0]?.[0])).toContain("1234");
    log.mockRestore();
  }),
);

const BODIES: [name: string, type: string, body: string][] = [
  ["a cut-off form", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-da"],
  ["a form without its boundary", "multipart/form-data", "--x\r\n\r\n--x--"],
  ["a form that is none", "multipart/form-data; boundary=x", "not a form"],
  ["JSON", "application/json", '{"name":"x"}'],
  ["broken JSON", "application/json", "{"],
  ["nothing of a type", "", ""],
  ["an address form", "application/x-www-form-urlencoded", "name=%FF&file=x"],
];

test.each(BODIES)("%s as a new community is a 400, not a 500", async (_name, type, body) => {
  await inRollback(async ({ request }) => {
    const headers = type ? { "Content-Type": type } : undefined;
    await refusal(await request("/api/communities", { method: "POST", headers, body }), 400);
  })();
});

test.each(["name", "attribution"])("a NUL in the %s of a new community is a 400", async (field) => {
  await inRollback(async ({ post }) => {
    const form = new FormData();
    form.set("file", new File(["{}"], "x.geojson"));
    form.set("name", "x");
    form.set(field, "a\0b");
    const document = await refusal(await post("/api/communities", form), 400);
    expect(document).toMatchObject({ parameters: { issues: [{ path: field }] } });
  })();
});

test(
  "every answer of the API forbids guessing its type",
  inRollback(async ({ get }) => {
    for (const path of ["/api/health", "/api/nothing", "/api/openapi.json"]) {
      expect((await get(path)).headers.get("X-Content-Type-Options"), path).toBe("nosniff");
    }
  }),
);
