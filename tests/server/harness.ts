import { AsyncLocalStorage } from "node:async_hooks";
import { eq } from "drizzle-orm";
import { users } from "#data/schema/index.ts";
import { type Actor, NOBODY } from "#server/access/actor.ts";
import { Actors } from "#server/access/actors.ts";
import { readRights } from "#server/access/rights.ts";
import { type App, createApp } from "#server/app.ts";
import type { Ctx, Tx } from "#server/context.ts";
import { assemble } from "#server/services.ts";
import { EVERYWHERE } from "./everywhere.ts";
import { openSamples } from "./openSamples.ts";
import { OPTIONS } from "./storeSamples.ts";

type Headers = Record<string, string>;

/** Asks as somebody. */
export interface Asker {
  get(path: string, headers?: Headers): Promise<Response>;
  /** A form is sent as multipart, anything else as JSON. */
  post(path: string, body: unknown, headers?: Headers): Promise<Response>;
  /** As it is, with nothing added but who asks. */
  request(path: string, init?: RequestInit): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
}

/** What a test of the server works with. Nothing that it writes outlives the test. */
export interface TestServer extends Asker {
  app: App;
  /** On behalf of the program itself, inside the test's own transaction. */
  ctx: Tx;
  /** Asks as an account, such as `hongqi.worker1`; without one as nobody. */
  as(username: string | null): Asker;
  /** The actor that this account is. */
  actorOf(username: string): Promise<Actor & { kind: "person" }>;
}

export { PASSWORD } from "#tests/signedIn.ts";

/** Says who asks, to the test's own `Actors` alone: the product knows no such header. */
const ACCOUNT_HEADER = "x-test-account";

/** For what asks without the server's own `get`. */
export const AS_EVERYWHERE = { [ACCOUNT_HEADER]: EVERYWHERE };
/** Who holds these headers says of themself that they hold every duty: the first wall is down. */
export const FORGED_HEADER = "x-test-forged";

/** Opened once: test files of this project share their modules (`isolate: false`). */
const shared = await openSamples({ url: process.env.DATABASE_URL || undefined });

const running = new AsyncLocalStorage<TestServer>();

/** The server of the test that asks, if it is in one: the embedded database has one transaction at a time. */
export const currentServer = (): TestServer | undefined => running.getStore();

/**
 * The body of a test against a whole server in one transaction, which is rolled back whatever comes:
 * `test("…", inRollback(async ({ get }) => { … }))`. Sample communities are there. Who asks without
 * saying as whom has a secretary's duty in every one of them.
 */
export function inRollback(work: (server: TestServer) => Promise<void>): () => Promise<void> {
  return async () => {
    const enough = new Error("rolled back");
    await shared.database.db
      .transaction(async (db) => {
        const server = serverAround({ ...shared, database: { ...shared.database, db } });
        await running.run(server, () => work(server));
        throw enough;
      })
      .catch((error: unknown) => {
        if (error !== enough) throw error;
      });
  };
}

/**
 * The body of a test in which several transactions run at once: against a copy of the samples that is
 * its own, or on a server of PostgreSQL, where it must take away what it wrote.
 */
export function onOwnDatabase(work: (server: TestServer) => Promise<void>): () => Promise<void> {
  return async () => {
    if (process.env.DATABASE_URL) return work(serverAround(shared));
    const ctx = await openSamples({ url: undefined });
    await work(serverAround(ctx)).finally(() => ctx.database.close());
  };
}

/** Takes the test's word for who asks, and everything else from the database. */
class TestActors extends Actors {
  #known = new Map<string, ReturnType<typeof actorOf>>();

  constructor(private readonly ctx: Ctx) {
    super(ctx.database.db, ctx.auth);
  }

  override forget(): void {
    super.forget();
    this.#known.clear();
  }

  override async identify(headers: globalThis.Headers): Promise<Actor> {
    const username = headers.get(ACCOUNT_HEADER);
    if (username === null) return super.identify(headers);
    if (username === "") return NOBODY;
    const actor = await this.#actorOf(username);
    if (!headers.has(FORGED_HEADER)) return actor;
    const { rights } = await this.#actorOf(EVERYWHERE);
    return { ...actor, rights };
  }

  /** Kept as the product keeps them: until anybody's rights change. */
  #actorOf(username: string): ReturnType<typeof actorOf> {
    const actor = this.#known.get(username) ?? actorOf(this.ctx, username);
    this.#known.set(username, actor);
    return actor;
  }
}

async function actorOf({ database: { db } }: Ctx, username: string) {
  const [user] = await db.select().from(users).where(eq(users.username, username));
  if (!user) throw new Error(`no account ${username}`);
  const rights = await readRights(db, user.id);
  return { kind: "person", userId: user.id, username, name: user.name, rights } as const;
}

/** With caches and a feed of its own: what a test reads must not be kept for the next. */
function serverAround({ database }: Ctx): TestServer {
  const services = assemble(database, OPTIONS);
  services.actors = new TestActors(services);
  services.changes.onAccounts(() => services.actors.forget());
  const app = createApp(services);
  const touchesAccounts = { value: false };
  return {
    app,
    ctx: { ...services, db: database.db, touched: new Map(), touchesAccounts },
    as: (username) => asker(app, username),
    actorOf: (username) => actorOf(services, username),
    ...asker(app, EVERYWHERE),
  };
}

function asker(app: App, username: string | null): Asker {
  const who = { [ACCOUNT_HEADER]: username ?? "" };
  const request: Asker["request"] = async (path, init = {}) =>
    app.request(path, { ...init, headers: { ...who, ...(init.headers as Headers) } });
  const send: Asker["send"] = (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData;
    const type: Headers =
      isForm || body === undefined ? {} : { "Content-Type": "application/json" };
    return request(path, {
      method,
      headers: { ...type, ...headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  };
  return {
    request,
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body, headers) => send("POST", path, body, headers),
  };
}
