import { z } from "zod";
import { SlugPath, answers, createApi, defineRoute } from "../api.ts";
import { searchCommunity } from "./search.ts";

export const SearchHit = z
  .object({
    type: z.enum(["building", "grid", "micro-grid", "compound", "place", "person", "street"]),
    id: z.string(),
    name: z.string(),
    detail: z.string(),
    /** What is selected when the hit is opened: a person leads to what they answer for. */
    opens: z
      .object({
        type: z.enum(["building", "grid", "micro-grid", "compound", "place"]),
        id: z.string(),
      })
      .nullable(),
    /** WGS 84, longitude first. */
    position: z.tuple([z.number(), z.number()]),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof SearchHit>;

const search = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/search",
  summary: "Find by address, building, person, grid, compound or place",
  request: {
    params: SlugPath,
    query: z.object({
      q: z.string().trim().min(1).max(100),
      limit: z.coerce.number().int().min(1).max(50).default(12),
    }),
  },
  responses: answers(z.array(SearchHit), "Best first."),
});

export const searchRoutes = () =>
  createApi().openapi(search, async (c) => {
    const { q, limit } = c.req.valid("query");
    return c.json(await searchCommunity(c.var.ctx, c.req.valid("param").slug, q, limit), 200);
  });
