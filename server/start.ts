import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.ts";
import { sweepUnfinished } from "./communities/sweep.ts";
import type { Configuration } from "./configuration.ts";
import type { Ctx } from "./context.ts";
import { openAccounts } from "./opening.ts";
import { closeSilent, SERVER_OPTIONS } from "./hardening/connections.ts";
import { sweepPhotos } from "./photos/sweep.ts";
import { keepTelling } from "./notices/keepTelling.ts";
import { keepInForce } from "./plans/keepInForce.ts";
import { openServices } from "./services.ts";
import { servePages } from "./static.ts";

export interface Running {
  address: string;
  close(): Promise<void>;
}

/** Opens the database, loads samples into an empty one, and listens. */
export async function start(
  configuration: Configuration,
  say: (line: string) => void = () => undefined,
): Promise<Running> {
  say(
    configuration.databaseUrl
      ? "Opening PostgreSQL … 正在连接数据库"
      : `Opening the database in ${configuration.dataDirectory} … 正在打开数据库（首次约 15 秒）`,
  );
  const ctx = await openServices(configuration);
  try {
    return await serve(ctx, configuration, say);
  } catch (error) {
    // A port that is taken must not leave the database held.
    await ctx.database.close();
    throw error;
  }
}

async function serve(
  ctx: Ctx,
  configuration: Configuration,
  say: (line: string) => void,
): Promise<Running> {
  await sweepUnfinished(ctx.database);
  await sweepPhotos(ctx.database, ctx.photoDirectory);
  await openAccounts(ctx, configuration, say);
  const plansInForce = await keepInForce(ctx);
  const telling = keepTelling(ctx, configuration.outgoing);
  const app = createApp(ctx, configuration);
  servePages(app);
  const server = createServer(SERVER_OPTIONS, getRequestListener(app.fetch));
  closeSilent(server);
  const address = await listen(server, configuration);
  ctx.database.announce(address);
  // Nothing can be read or written any more; whoever watches the process starts it again.
  void ctx.database.stopped.then((error) => {
    console.error(error.message);
    process.exit(1);
  });
  return {
    address,
    close: async () => {
      // Event streams never end by themselves.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await plansInForce.stop();
      await telling.stop();
      await ctx.database.close();
    },
  };
}

function listen(server: Server, { port, host }: Configuration): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo;
      const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
      resolve(`http://${name.includes(":") ? `[${name}]` : name}:${actual}`);
    });
  });
}
