import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { hashPassword } from "better-auth/crypto";
import { openDatabase } from "#data/open.ts";
import { createFirstAdministrator } from "#server/accounts/first.ts";
import { createApp } from "#server/app.ts";
import { buildPages } from "#server/build.ts";
import type { Ctx } from "#server/context.ts";
import { loadSamples } from "#server/samples/load.ts";
import { tie } from "#server/services.ts";
import { servePages } from "#server/static.ts";
import { storeEverywhere } from "#tests/server/everywhere.ts";
import { PASSWORD } from "#tests/signedIn.ts";

export interface Product {
  /** `http://127.0.0.1:…` */
  address: string;
  /** For changes that no page of the product makes yet. */
  ctx: Ctx;
}

/** The whole product with the sample communities, on a database in memory and a free port. */
export async function openProduct(): Promise<Product> {
  await withoutTestEnvironment(() =>
    buildPages(() => console.log("Building the pages for the tests …")),
  );
  const database = await openDatabase({ directory: null });
  const ctx = await tie(database, {
    basemapDirectory: join(import.meta.dirname, "no-basemaps"),
    photoDirectory: join(tmpdir(), `getu-e2e-photos-${process.pid}`),
    secret: "a secret of the tests alone, thirty-two and more",
    publicUrl: undefined,
  });
  await loadSamples(ctx, PASSWORD);
  await createFirstAdministrator(ctx, PASSWORD);
  await storeEverywhere(ctx, await hashPassword(PASSWORD));
  const app = createApp(ctx);
  servePages(app);
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The tests end, not the product: it must not keep the process alive.
  server.unref();
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ctx };
}

/** The pages are built as for a person: under test, the configuration and the compiler differ. */
async function withoutTestEnvironment<T>(work: () => Promise<T>): Promise<T> {
  const { VITEST, NODE_ENV } = process.env;
  delete process.env.VITEST;
  delete process.env.NODE_ENV;
  try {
    return await work();
  } finally {
    Object.assign(process.env, { VITEST, NODE_ENV });
  }
}
