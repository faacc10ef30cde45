import { createRoute } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { SlugPath, createApi, refusals } from "../api.ts";
import type { LayerChange } from "../changes.ts";
import { findCommunity } from "../resident/store.ts";
import type { Ctx } from "../context.ts";
import { readRevisions } from "../resident/revisions.ts";

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
    const community = await findCommunity(ctx, c.req.valid("param").slug);
    // Subscribed before the revisions are read: a change in between is told twice, never lost.
    const waiting: LayerChange["revisions"][] = [];
    let wake = () => {};
    const unsubscribe = ctx.changes.subscribe((change) => {
      if (change.communityId !== community.id) return;
      waiting.push(change.revisions);
      wake();
    });
    waiting.push(await readRevisions(ctx, community.id));
    return streamSSE(c, async (stream) => {
      let isOpen = true;
      stream.onAbort(() => {
        isOpen = false;
        unsubscribe();
        wake();
      });
      while (isOpen) {
        const revisions = waiting.shift();
        if (revisions) {
          await stream.writeSSE({ event: "layers", data: JSON.stringify({ revisions }) });
          continue;
        }
        const isQuiet = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), KEEP_ALIVE_MS);
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
        });
        if (isQuiet && isOpen) await stream.write(": still here\n\n");
      }
    });
  });
