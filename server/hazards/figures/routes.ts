import { z } from "zod";
import { HazardFiguresAnswer } from "#data/model/answers/hazardFigures.ts";
import { answers, createApi, defineRoute, SlugPath } from "../../api.ts";
import { getHazardFigures } from "./figures.ts";

// Which hazards there are for whom, say the policies of their table.
const figuresRoute = defineRoute("look", {
  method: "get",
  path: "/communities/{slug}/hazard-figures",
  summary:
    "How hazards came and went, and how long they took: by kind and by grid, never by person",
  request: {
    params: SlugPath,
    query: z.object({
      from: z.iso.date().optional().meta({ description: "First day; absent: twelve weeks" }),
      to: z.iso.date().optional().meta({ description: "Last day; absent: today" }),
    }),
  },
  responses: answers(
    HazardFiguresAnswer,
    "By week, or by month where it is more than half a year.",
  ),
});

export const figureRoutes = () =>
  createApi().openapi(figuresRoute, async (c) => {
    const { slug } = c.req.valid("param");
    return c.json(await getHazardFigures(c.var.ctx, slug, c.req.valid("query")), 200);
  });
