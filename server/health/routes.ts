import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { answers, createApi } from "../api.ts";
import type { Ctx } from "../context.ts";

const Health = z
  .object({
    status: z.literal("ok"),
    database: z.enum(["embedded", "postgresql"]),
    version: z.string(),
  })
  .meta({ id: "Health" });

const getHealth = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the program answers, and on which database",
  responses: answers(Health, "It answers."),
});

export const healthRoutes = (ctx: Ctx) =>
  createApi().openapi(getHealth, async (c) => {
    await ctx.db.execute("SELECT 1");
    const health: z.infer<typeof Health> = {
      status: "ok",
      database: ctx.database.kind,
      version: packageJson.version,
    };
    return c.json(health, 200);
  });
