import { expect, test } from "vitest";
import { refuseUnreadableAddress } from "#server/hardening/address.ts";
import { type BodySettings, receiveBodies, USUAL_BODY_BYTES } from "#server/hardening/bodies.ts";
import { MAX_DEPTH } from "#server/hardening/json.ts";
import { kindOf, smallApp } from "./smallApp.ts";

function appWith(settings?: BodySettings) {
  const app = smallApp();
  app.use(refuseUnreadableAddress);
  app.use(receiveBodies(settings));
  app.post("/api/json", async (c) => c.json(await c.req.json()));
  // What a library of its own does with the bare request.
  app.post("/api/raw", async (c) => c.text(await c.req.raw.text()));
  app.post("/api/form", async (c) => c.json(Object.keys(await c.req.parseBody())));
  app.get("/api/echo/:id", (c) => c.json([c.req.param("id"), c.req.query("q")]));
  return app;
}
const app = appWith({ larger: [{ path: /^\/api\/form$/, bytes: 3 * USUAL_BODY_BYTES }] });

function post(body: BodyInit, path = "/api/json") {
  const headers = { "Content-Type": "application/json" };
  return app.request(path, { method: "POST", body, headers });
}

function streamed(body: ReadableStream): Request {
  // Every runtime asks for `duplex`, only the types do not know it.
  const duplex: object = { duplex: "half" };
  return new Request("http://here/api/raw", { method: "POST", body, ...duplex });
}

/** Says nothing of its length. */
function chunked(length: number): ReadableStream {
  const chunk = new Uint8Array(64 * 1024).fill(32);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(chunk);
      sent += chunk.length;
      if (sent >= length) controller.close();
    },
  });
}

test("a body is read by the route as it was sent, and by a library that takes the bare request", async () => {
  const text = '{"name":"东楼 \\"1\\" \\\\","ring":[[[[1,2]]]],"pair":"\\ud83d\\ude00"}';
  expect(await (await post(text)).json()).toEqual(JSON.parse(text));
  expect(await (await post(text, "/api/raw")).text()).toBe(text);
});

test("more than a megabyte is too large, whether or not it says so beforehand", async () => {
  const length = USUAL_BODY_BYTES + 1;
  const said = await app.request("/api/raw", {
    method: "POST",
    body: "x",
    headers: { "Content-Length": String(length) },
  });
  const unsaid = await app.request(streamed(chunked(length)));
  for (const response of [said, unsaid]) {
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ parameters: { limit: USUAL_BODY_BYTES } });
  }
});

test("a path that takes files takes larger bodies, up to its own limit", async () => {
  const send = (megabytes: number) => {
    const body = new FormData();
    body.set("file", new File([new Uint8Array(megabytes * 1024 * 1024)], "a.bin"));
    return app.request("/api/form", { method: "POST", body });
  };
  expect(await (await send(3)).json()).toEqual(["file"]);
  const refused = await send(4);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ parameters: { limit: 3 * USUAL_BODY_BYTES } });
});

test.each([
  ["no JSON at all", "{name"],
  ["JSON that breaks off", '{"name":'],
  ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
  ["another encoding", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ["a NUL that was written as an escape", '{"name":"a\\u0000b"}'],
  ["a NUL in a key", '[{"\\u0000":1}]'],
  ["half of a surrogate pair", '["\\ud800"]'],
  ["more levels than any body of ours has", "[".repeat(MAX_DEPTH + 1) + "]".repeat(MAX_DEPTH + 1)],
  ["half a million open brackets", "[".repeat(500_000)],
  ["half a million open braces", '{"a":'.repeat(180_000)],
])("%s is answered with what is wrong", async (_what, body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await kindOf(response)).toBe("unreadable-request");
});

test("brackets and escapes inside a text are only text", async () => {
  const value = ["[".repeat(1000), '"[{', "\\u0000 written out"];
  expect(await (await post(JSON.stringify(value))).json()).toEqual(value);
});

test.each(["/api/echo/%ff", "/api/echo/a%00b", "/api/echo/a?q=%E4%B8", "/api/echo/a?q=%00", "/%"])(
  "the address %s is no text and is refused",
  async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(400);
    expect(await kindOf(response)).toBe("unreadable-request");
  },
);

test("an address in Chinese is text", async () => {
  const path = `/api/echo/${encodeURIComponent("东楼")}?q=${encodeURIComponent("1号 %")}`;
  expect(await (await app.request(path)).json()).toEqual(["东楼", "1号 %"]);
});

test("a body that trickles in is given up, and what it held is free again", async () => {
  const small = appWith({ graceMs: 30, slowestBytesPerSecond: 1e9, togetherBytes: 100 });
  const trickle = new ReadableStream({ start: (controller) => controller.enqueue("x") });
  const body = trickle.pipeThrough(new TextEncoderStream());
  const slow = await small.request(streamed(body));
  expect(await kindOf(slow)).toBe("too-slow");
  const next = await small.request("/api/raw", { method: "POST", body: "x".repeat(100) });
  expect(next.status).toBe(200);
});

test("a body that breaks off is no fault of the server", async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
  const response = await app.request(streamed(body));
  expect(await kindOf(response)).toBe("unreadable-request");
});

test("bodies that together would fill the memory are sent away with a time to come back", async () => {
  const small = appWith({ togetherBytes: 100 });
  const response = await small.request("/api/raw", { method: "POST", body: "x".repeat(101) });
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toBe("10");
  expect(await kindOf(response)).toBe("busy");
});
