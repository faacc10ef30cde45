import { z } from "zod";
import { requireDuty, requireSignedIn } from "../access/requireDuty.ts";
import { SlugPath, createApi, defineRoute, refusals } from "../api.ts";
import { readRevisions } from "../resident/revisions.ts";
import { EventStreams } from "./streams.ts";

const listen = defineRoute("look", {
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

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store",
  // A proxy that gathers what it passes on would keep the news to itself.
  "X-Accel-Buffering": "no",
};

export const eventRoutes = () => {
  let streams: EventStreams | undefined;
  return createApi().openapi(listen, async (c) => {
    const { ctx } = c.var;
    const { slug } = c.req.valid("param");
    const { communityId } = requireDuty(ctx, "look", slug);
    // The second wall, as for all that is answered from memory.
    await ctx.residents.idOf(ctx, slug);
    // Nobody reads what follows the head, so nobody would ever close it.
    if (c.req.method === "HEAD") return c.body(null, 200, HEADERS);
    streams ??= new EventStreams(ctx.changes);
    const stream = await streams.open({
      communityId,
      person: requireSignedIn(ctx).userId,
      readRevisions: () => readRevisions(ctx.database.db, communityId),
      stays: () =>
        ctx.residents.idOf(ctx, slug).then(
          () => true,
          () => false,
        ),
    });
    return c.body(stream, 200, HEADERS);
  });
};
