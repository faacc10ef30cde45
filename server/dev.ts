import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createServer as createVite } from "vite";
import type { createApp } from "./app.ts";
import { readConfiguration } from "./configuration.ts";
import { keepTelling } from "./notices/keepTelling.ts";
import { openAccounts } from "./opening.ts";
import { keepInForce } from "./plans/keepInForce.ts";
import { openServices, optionsOf, type tie } from "./services.ts";

/**
 * `npm run dev`: Vite serves the web side with hot reload; the API is loaded through Vite too, anew
 * after each change, around a database that stays open.
 */
const configuration = readConfiguration(process.env);
const opened = await openServices(configuration);
await openAccounts(opened, configuration, console.log);
await keepInForce(opened);
keepTelling(opened, configuration.outgoing);

/** The API around the open database; caches are made anew with the code that fills them. */
let current: { module: unknown; app: ReturnType<typeof createApp> } | undefined;

const server = createServer((request, response) => {
  if (request.url?.startsWith("/api/")) void answer(request, response);
  else vite.middlewares(request, response);
});
const vite = await createVite({
  configFile: fileURLToPath(new URL("../vite.config.ts", import.meta.url)),
  root: fileURLToPath(new URL("../web", import.meta.url)),
  server: { middlewareMode: true, hmr: { server } },
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const services = await vite.ssrLoadModule("/../server/services.ts");
    const module = await vite.ssrLoadModule("/../server/app.ts");
    if (current?.module !== module) {
      const ctx = await (services.tie as typeof tie)(opened.database, optionsOf(configuration));
      current = { module, app: (module.createApp as typeof createApp)(ctx) };
    }
    await getRequestListener(current.app.fetch)(request, response);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}

server.listen(configuration.port, configuration.host, () => {
  console.log(`Getu 格图, development: http://${configuration.host}:${configuration.port}`);
});
