import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import { openDatabase } from "#data/open.ts";
import { type App, createApp } from "#server/app.ts";
import { ChangeFeed } from "#server/changes.ts";
import type { Ctx } from "#server/context.ts";
import { Residents } from "#server/resident/store.ts";
import { loadSamples } from "#server/samples/load.ts";
import { tie } from "#server/services.ts";

/** What a test of the server works with. Nothing that it writes outlives the test. */
export interface TestServer {
  app: App;
  ctx: Ctx;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A form is sent as multipart, anything else as JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Opened once: test files of this project share their modules (`isolate: false`). */
const shared = await openShared();

const running = new AsyncLocalStorage<TestServer>();

/** The server of the test that asks, if it is in one: the embedded database has one transaction at a time. */
export const currentServer = (): TestServer | undefined => running.getStore();

/**
 * The body of a test against a whole server in one transaction, which is rolled back whatever comes:
 * `test("…", inRollback(async ({ get }) => { … }))`. Sample communities are there.
 */
export function inRollback(work: (server: TestServer) => Promise<void>): () => Promise<void> {
  return async () => {
    const enough = new Error("rolled back");
    await shared.db
      .transaction(async (db) => {
        const server = serverAround({ ...shared, db });
        await running.run(server, () => work(server));
        throw enough;
      })
      .catch((error: unknown) => {
        if (error !== enough) throw error;
      });
  };
}

async function openShared(): Promise<Ctx> {
  const url = process.env.DATABASE_URL || undefined;
  const database = await openDatabase({ url, directory: null });
  const ctx = await tie(database, join(import.meta.dirname, "no-basemaps"));
  await loadSamples(ctx);
  return ctx;
}

/** With caches and a feed of its own: what a test reads must not be kept for the next. */
function serverAround(outer: Ctx): TestServer {
  const residents = new Residents();
  const changes = new ChangeFeed();
  changes.subscribe((change) => residents.drop(change));
  const ctx: Ctx = { ...outer, residents, changes, touched: new Map() };
  const app = createApp(ctx);
  return {
    app,
    ctx,
    get: async (path, headers = {}) => app.request(path, { headers }),
    post: async (path, body, headers = {}) =>
      app.request(path, {
        method: "POST",
        ...(body instanceof FormData
          ? { body, headers }
          : {
              body: JSON.stringify(body),
              headers: { "Content-Type": "application/json", ...headers },
            }),
      }),
  };
}
