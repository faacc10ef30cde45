import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "hono";

export const DIST = fileURLToPath(new URL("../dist", import.meta.url));

/** Serves the built web front end; every address that is no file is a view, so it gets the page. */
export function servePages<E extends Env>(app: OpenAPIHono<E>): void {
  // Built files carry a hash of their content in their name, so they never change.
  app.use(
    "/assets/*",
    serveStatic({
      root: DIST,
      precompressed: true,
      onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  app.use("/*", serveStatic({ root: DIST }));
  app.get("/:slug?", serveStatic({ root: DIST, path: "index.html" }));
}
