import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { openDatabase } from "#data/open.ts";
import { createApp } from "#server/app.ts";
import type { Ctx } from "#server/context.ts";
import { SERVER_OPTIONS } from "#server/hardening/connections.ts";
import { openAccounts } from "#server/opening.ts";
import { tie } from "#server/services.ts";
import { PASSWORD, signIn } from "../signedIn.ts";

/** Nobody of these has a duty in another community than hongqi. */
export const ACCOUNTS = ["secretary", "planner", "inspector", "worker1", "leader1", "department"];

export interface FuzzProduct {
  address: string;
  ctx: Ctx;
  /** The Cookie header of each account, and none for nobody. */
  cookies: (string | undefined)[];
  close(): Promise<void>;
}

export async function startFuzzProduct(): Promise<FuzzProduct> {
  const url = process.env.DATABASE_URL || undefined;
  const database = await openDatabase({ url, directory: null });
  const ctx = await tie(database, {
    basemapDirectory: "/nowhere",
    photoDirectory: "/nowhere",
    secret: "a secret of the tests alone, thirty-two and more",
    publicUrl: undefined,
  });
  await openAccounts(ctx, { password: PASSWORD, withSamples: true });
  const app = createApp(ctx);
  const server = createServer(SERVER_OPTIONS, getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookies: (string | undefined)[] = [undefined];
  for (const account of ACCOUNTS) cookies.push(await signIn(address, `hongqi.${account}`));
  return {
    address,
    ctx,
    cookies,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}
