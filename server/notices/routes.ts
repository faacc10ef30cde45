import { z } from "zod";
import { NoticesAnswer, NoticesRead } from "#data/model/answers/notices.ts";
import { answers, createApi, defineRoute, SlugPath } from "../api.ts";
import { changing, json } from "../routeParts.ts";
import { listNotices, markRead } from "./list.ts";

const listRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/notices",
  summary: "What one is to know of hazards: one's own, and those of whom one stands in for",
  request: { params: SlugPath },
  responses: answers(NoticesAnswer, "The newest hundred."),
});

const readRoute = defineRoute("look", {
  method: "post",
  path: "/communities/{slug}/notices/read",
  summary: "Say that notices were read",
  request: { params: SlugPath, ...json(NoticesRead) },
  responses: changing(z.object({ unread: z.int() })),
});

export const noticeRoutes = () =>
  createApi()
    .openapi(listRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await listNotices(c.var.ctx, slug), 200);
    })
    .openapi(readRoute, async (c) => {
      const { slug } = c.req.valid("param");
      return c.json(await markRead(c.var.ctx, slug, c.req.valid("json")), 200);
    });
