import { createRoute } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { SlugPath, createApi, refusals } from "../api.ts";
import { findCommunity } from "../resident/store.ts";
import type { Ctx } from "../context.ts";
import { readRevisions } from "../resident/revisions.ts";
import { News } from "./news.ts";

/** Proxies close a silent connection after about a minute. */
const KEEP_ALIVE_MS = 25_000;

const listen = createRoute({
  method: "get",
  path: "/communities/{slug}/events",
  summary: "Which layers changed, as it happens",
  description:
    "Server-sent events named `layers`; their data is `{revisions: {layer: revision}}`. The first " +
    "tells the revisions there are, so a reader that was away sees what it missed.",
  request: { params: SlugPath },
  responses: {
    200: {
      description: "A stream that stays open.",
      content: { "text/event-stream": { schema: z.string() } },
    },
    ...refusals,
  },
});

export const eventRoutes = (ctx: Ctx) =>
  createApi().openapi(listen, async (c) => {
    const { id } = await findCommunity(ctx, c.req.valid("param").slug);
    // Nobody reads what follows the head, so nobody would ever close it.
    if (c.req.method === "HEAD") return c.body(null, 200, { "Content-Type": "text/event-stream" });
    return streamSSE(c, async (stream) => {
      const news = new News();
      // Subscribed before the revisions are read, so that no change in between is lost.
      const unsubscribe = ctx.changes.subscribe((change) => {
        if (change.communityId === id) news.add(change.revisions);
      });
      let isOpen = true;
      stream.onAbort(() => {
        isOpen = false;
        unsubscribe();
        news.wake();
      });
      try {
        news.add(await readRevisions(ctx, id));
        while (isOpen) {
          const revisions = news.take();
          if (revisions) {
            await stream.writeSSE({ event: "layers", data: JSON.stringify({ revisions }) });
          } else if ((await news.wait(KEEP_ALIVE_MS)) === "quiet" && isOpen) {
            await stream.write(": still here\n\n");
          }
        }
      } finally {
        unsubscribe();
      }
    });
  });
