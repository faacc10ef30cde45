import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { hashPassword } from "better-auth/crypto";
import { createApp } from "#server/app.ts";
import { storeBundle } from "#server/bundles/store.ts";
import { createCommunity } from "#server/communities/create.ts";
import { type Ctx, transact } from "#server/context.ts";
import { SERVER_OPTIONS } from "#server/hardening/connections.ts";
import { loadSamples } from "#server/samples/load.ts";
import { openServices } from "#server/services.ts";
import { servePages } from "#server/static.ts";
import { EVERYWHERE, storeEverywhere } from "#tests/server/everywhere.ts";
import { PASSWORD, signIn } from "#tests/signedIn.ts";
import { townBundle } from "./townBundle.ts";

const LUJIAZUI = new URL("../fixtures/shanghai_lujiazui_osm_buildings.geojson", import.meta.url);

/** The product as `npm start` serves it, and on the same port files of the bench's own. */
export interface BenchServer {
  ctx: Ctx;
  address: string;
  /** Of somebody with a secretary's duty in every community: the API answers nobody else. */
  cookie: string;
  /** Served under `/bench` by the same static middleware as the pages. */
  filesDirectory: string;
  /** The slugs of the communities of 300, 1,321 and 5,000 buildings. */
  slugs: { small: string; real: string; large: string };
  close(): Promise<void>;
}

/** Starts on a free port, in a directory of its own that goes with it. */
export async function startBenchServer(): Promise<BenchServer> {
  const directory = await mkdtemp(join(tmpdir(), "getu-bench-"));
  const filesDirectory = join(directory, "files");
  await mkdir(filesDirectory);
  const ctx = await openServices({
    port: 0,
    host: "127.0.0.1",
    dataDirectory: join(directory, "data"),
    databaseUrl: undefined,
    withSamples: true,
    basemapDirectory: join(directory, "basemaps"),
    photoDirectory: join(directory, "photos"),
    ...{ password: PASSWORD, publicUrl: undefined, secret: undefined, outgoing: {} },
  });
  const slugs = await fill(ctx);
  await storeEverywhere(ctx, await hashPassword(PASSWORD));

  const app = createApp(ctx);
  const withoutPrefix = (path: string) => path.replace(/^\/bench/, "");
  app.use(
    "/bench/*",
    serveStatic({ root: filesDirectory, precompressed: true, rewriteRequestPath: withoutPrefix }),
  );
  servePages(app);
  const server = createServer(SERVER_OPTIONS, getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ctx,
    address,
    cookie: await signIn(address, EVERYWHERE),
    filesDirectory,
    slugs,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ctx.database.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function fill(ctx: Ctx): Promise<BenchServer["slugs"]> {
  await loadSamples(ctx, PASSWORD);
  const towns = [townBundle(300), townBundle(5000)];
  for (const bundle of towns) await transact(ctx, (ctx) => storeBundle(ctx, bundle));
  const { slug: real } = await createCommunity(ctx, {
    name: "lujiazui",
    bytes: await readFile(LUJIAZUI),
    attribution: "© OpenStreetMap contributors, ODbL 1.0",
  });
  return { small: towns[0]!.community.slug, real, large: towns[1]!.community.slug };
}
