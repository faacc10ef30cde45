import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, test, vi } from "vitest";
import { closeSilent, SERVER_OPTIONS } from "#server/hardening/connections.ts";
import { FairQueue } from "#server/hardening/fairQueue.ts";
import { limitQueue, type QueueSettings } from "#server/hardening/queue.ts";
import { kindOf, smallApp } from "./smallApp.ts";

/** An app whose slow route answers only when it is told to, in the order in which it was reached. */
function slowApp(settings: QueueSettings) {
  const app = smallApp();
  const reached: { name: string; finish: () => void }[] = [];
  app.use("/api/*", limitQueue(settings));
  app.all("/api/slow/:name", async (c) => {
    await new Promise<void>((finish) => reached.push({ name: c.req.param("name"), finish }));
    return c.text("done");
  });
  app.get("/api/communities/:slug/events", (c) => c.text("open"));
  const ask = (name: string, init: RequestInit = {}) => app.request(`/api/slow/${name}`, init);
  const names = () => reached.map(({ name }) => name);
  return { app, reached, ask, names };
}

const nobodyLeaves = new AbortController().signal;
const asPerson = (session: string) => ({
  headers: { Cookie: `getu.session_token=${session}` },
});

test("what is above the queue is sent away at once with a time to come back", async () => {
  const { ask, reached, names } = slowApp({ atOnce: 2, waiting: 1 });
  const answers = [ask("a"), ask("b"), ask("c")];
  const refused = await ask("d");
  expect(refused.status).toBe(503);
  expect(refused.headers.get("Retry-After")).toBe("3");
  expect(await kindOf(refused)).toBe("busy");
  expect(names()).toEqual(["a", "b"]);
  reached[0]!.finish();
  await vi.waitFor(() => expect(names()).toEqual(["a", "b", "c"]));
  for (const { finish } of reached) finish();
  for (const answer of answers) expect((await answer).status).toBe(200);
  // Everybody has left again.
  const again = [ask("e"), ask("f")];
  await vi.waitFor(() => expect(names()).toContain("f"));
  for (const { finish } of reached) finish();
  expect((await Promise.all(again)).map(({ status }) => status)).toEqual([200, 200]);
});

test("nobody waits longer than they are told to", async () => {
  const { ask, reached } = slowApp({ atOnce: 1, waiting: 9, longestWaitMs: 20 });
  const first = ask("a");
  expect((await ask("b")).status).toBe(503);
  reached[0]!.finish();
  expect((await first).status).toBe(200);
  expect(reached).toHaveLength(1);
});

test("who gives up leaves the queue, and the work is never begun", async () => {
  const { ask, reached, names } = slowApp({ atOnce: 1, waiting: 1 });
  const first = ask("a");
  const gone = new AbortController();
  const second = ask("b", { signal: gone.signal });
  expect((await ask("c")).status).toBe(503);
  gone.abort();
  await second;
  const fourth = ask("d");
  reached[0]!.finish();
  await vi.waitFor(() => expect(names()).toEqual(["a", "d"]));
  reached[1]!.finish();
  expect((await Promise.all([first, fourth])).map(({ status }) => status)).toEqual([200, 200]);
});

test("changes and what only wants confirmation do not wait behind reads", async () => {
  const { ask, reached, names } = slowApp({ atOnce: 1, changesAtOnce: 1, waiting: 5 });
  const answers = [
    ask("read"),
    ask("read-too"),
    ask("change", { method: "POST" }),
    ask("confirm", { headers: { "If-None-Match": '"a"' } }),
  ];
  await vi.waitFor(() => expect(names().toSorted()).toEqual(["change", "confirm", "read"]));
  reached.forEach(({ finish }) => finish());
  await vi.waitFor(() => expect(names()).toContain("read-too"));
  reached.at(-1)!.finish();
  await Promise.all(answers);
});

test("changes do not wait behind files", async () => {
  const { app, ask, reached } = slowApp({ changesAtOnce: 1, filesAtOnce: 1, waiting: 0 });
  app.post("/api/communities", () => new Promise(() => undefined));
  const send = () => app.request("/api/communities", { method: "POST" });
  void send();
  expect((await send()).status).toBe(503);
  const change = ask("change", { method: "POST" });
  await vi.waitFor(() => expect(reached).toHaveLength(1));
  reached[0]!.finish();
  expect((await change).status).toBe(200);
});

test("event streams are not counted", async () => {
  const { app, ask, reached } = slowApp({ atOnce: 1, waiting: 0 });
  const first = ask("a");
  expect((await app.request("/api/communities/hongqi/events")).status).toBe(200);
  reached[0]!.finish();
  await first;
});

test("a route that fails gives its place back", async () => {
  const app = smallApp();
  app.use(limitQueue({ atOnce: 1, waiting: 0 }));
  app.onError((_error, c) => c.text("failed", 500));
  app.get("/api/fails", () => Promise.reject(new Error("broken")));
  for (let time = 0; time < 3; time++) expect((await app.request("/api/fails")).status).toBe(500);
});

test("persons take turns, whoever came first with much", async () => {
  const { ask, reached, names } = slowApp({ atOnce: 1, waiting: 20 });
  const answers = [
    ...["a1", "a2", "a3", "a4"].map((name) => ask(name, asPerson("a"))),
    ...["b1", "b2"].map((name) => ask(name, asPerson("b"))),
  ];
  for (let turn = 0; turn < 6; turn++) {
    await vi.waitFor(() => expect(reached.length).toBe(turn + 1));
    reached[turn]!.finish();
  }
  await Promise.all(answers);
  expect(names()).toEqual(["a1", "a2", "b1", "a3", "b2", "a4"]);
});

test("a queue that was full and emptied holds nobody", async () => {
  const queue = new FairQueue(1, 3);
  expect(queue.tryEnter()).toBe(true);
  const gone = new AbortController();
  const waiting = [
    queue.wait("a", nobodyLeaves),
    queue.wait("b", gone.signal),
    queue.wait("c", nobodyLeaves),
  ];
  expect(await queue.wait("d", nobodyLeaves)).toBe(false);
  gone.abort();
  expect(queue.size).toEqual({ running: 1, waiting: 2 });
  for (let time = 0; time < 3; time++) queue.leave();
  expect(await Promise.all(waiting)).toEqual([true, false, true]);
  expect(queue.size).toEqual({ running: 0, waiting: 0 });
});

/** The small app behind a real server, with the product's own limits but for those given. */
async function listening(app: ReturnType<typeof smallApp>, limits: object, silenceMs?: number) {
  const server = createServer({ ...SERVER_OPTIONS, ...limits }, getRequestListener(app.fetch));
  closeSilent(server, silenceMs);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, [Symbol.asyncDispose]: async () => void server.close().closeAllConnections() };
}

test("a client that hangs up while it waits leaves the queue", async () => {
  const { app, reached, names } = slowApp({ atOnce: 1, waiting: 1 });
  await using server = await listening(app, {});
  const address = `http://127.0.0.1:${server.port}/api/slow`;
  const first = fetch(`${address}/a`);
  await vi.waitFor(() => expect(names()).toEqual(["a"]));
  const gone = new AbortController();
  const second = fetch(`${address}/b`, { signal: gone.signal }).catch(() => undefined);
  await vi.waitFor(async () => expect((await fetch(`${address}/c`)).status).toBe(503));
  gone.abort();
  await second;
  let third: Promise<Response> | undefined;
  await vi.waitFor(async () => {
    const asked = fetch(`${address}/d`);
    const soon = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 30))]);
    expect(soon).toBeUndefined();
    third = asked;
  });
  reached[0]!.finish();
  await vi.waitFor(() => expect(names()).toEqual(["a", "d"]));
  reached[1]!.finish();
  expect((await first).status).toBe(200);
  expect((await third)?.status).toBe(200);
});

test("a client that never finishes its headers, or never reads, loses its connection", async () => {
  const app = smallApp();
  app.get("/large", (c) => c.body(new Uint8Array(64 * 1024 * 1024)));
  const limits = { headersTimeout: 50, connectionsCheckingInterval: 20 };
  await using server = await listening(app, limits, 100);
  const slow = connect(server.port, "127.0.0.1");
  slow.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  const [answer] = (await once(slow, "data")) as [Buffer];
  expect(answer.toString()).toContain("408 Request Timeout");
  const deaf = connect(server.port, "127.0.0.1");
  deaf.write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  await once(deaf, "readable");
  // What it was sent so far is all that it gets.
  deaf.on("error", () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let bytes = 0;
  for await (const chunk of deaf) bytes += (chunk as Buffer).length;
  expect(bytes).toBeLessThan(64 * 1024 * 1024);
});
