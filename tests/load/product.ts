import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { getRequestListener } from "@hono/node-server";
import { eq } from "drizzle-orm";
import { users } from "#data/schema/index.ts";
import type { PersonActor } from "#server/access/actor.ts";
import { Actors } from "#server/access/actors.ts";
import { readProgramRights } from "#server/access/rights.ts";
import { FIRST_ADMINISTRATOR } from "#server/accounts/first.ts";
import { createApp } from "#server/app.ts";
import { readConfiguration } from "#server/configuration.ts";
import { type Ctx, touch, transact } from "#server/context.ts";
import { closeSilent, SERVER_OPTIONS } from "#server/hardening/connections.ts";
import { openAccounts } from "#server/opening.ts";
import { openServices } from "#server/services.ts";

/** What the load asks of the product's process, and what it answers. */
export interface ProductQuestions {
  /** How long the event loop was held at most since the last time, and the memory it holds now. */
  strain: { longestStallMs: number; heldBytes: number };
  /** One change of 新源, as any write makes it. @returns how long it took */
  write: { milliseconds: number };
  /** A change that every open stream of 红旗村 hears of. */
  publish: object;
}

/** The product in a process of its own, as `npm start` serves it but for who asks: the load says it. */
const directory = await mkdtemp(join(tmpdir(), "getu-load-"));
const ctx = await openServices(
  readConfiguration({ GETU_DATA_DIR: directory, GETU_SAMPLES: "1", GETU_PASSWORD: "load-only" }),
);
await openAccounts(ctx, { password: "load-only", withSamples: true });

/** As many administrators as are asked for: hashing ten thousand passwords is not what is measured. */
class LoadActors extends Actors {
  override async identify(headers: Headers): Promise<PersonActor> {
    const person = headers.get("X-Person") ?? administrator!.id;
    return { kind: "person", userId: person, username: person, name: person, rights };
  }
  override rightsOf() {
    return Promise.resolve(rights);
  }
}
const [administrator] = await ctx.database.db
  .select({ id: users.id })
  .from(users)
  .where(eq(users.username, FIRST_ADMINISTRATOR));
let rights = await readProgramRights(ctx.database.db);
ctx.changes.onAccounts(() => {
  void readProgramRights(ctx.database.db).then((read) => (rights = read));
});
ctx.actors = new LoadActors(ctx.database.db, ctx.auth);

const server = createServer(SERVER_OPTIONS, getRequestListener(createApp(ctx).fetch));
closeSilent(server);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4096, resolve));
const stalls = monitorEventLoopDelay({ resolution: 5 });
stalls.enable();
const { communityId } = rights.memberships.get("hongqi")!;
/** Not the one that is read meanwhile: after each write a community is read anew. */
const other = rights.memberships.get("xinyuan")!;
let revision = 1_000_000;

const answers: { [Q in keyof ProductQuestions]: () => Promise<ProductQuestions[Q]> } = {
  strain: async () => {
    const longestStallMs = stalls.max / 1e6;
    globalThis.gc?.();
    // The collection itself is a stall, noticed a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50));
    stalls.reset();
    const { heapUsed, external } = process.memoryUsage();
    return { longestStallMs, heldBytes: heapUsed + external };
  },
  write: async () => {
    const start = performance.now();
    await transact(ctx as Ctx, (ctx) => Promise.resolve(touch(ctx, other.communityId, ["places"])));
    return { milliseconds: performance.now() - start };
  },
  publish: () => {
    ctx.changes.publish({ communityId, revisions: { places: ++revision } });
    return Promise.resolve({});
  },
};

process.on("message", (question: keyof ProductQuestions) => {
  void answers[question]().then((answer) => process.send?.({ question, answer }));
});
process.on("disconnect", () => {
  void ctx.database
    .close()
    .then(() => rm(directory, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
process.send?.({ port: (server.address() as AddressInfo).port });
