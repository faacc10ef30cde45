import { z } from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { answers, createApi, defineRoute } from "../api.ts";

const Health = z
  .object({
    status: z.literal("ok"),
    database: z.enum(["embedded", "postgresql"]),
    version: z.string(),
  })
  .meta({ id: "Health" });

const getHealth = defineRoute("public", {
  method: "get",
  path: "/health",
  summary: "Whether the program answers, and on which database",
  responses: answers(Health, "It answers."),
});

export const healthRoutes = () =>
  createApi().openapi(getHealth, async (c) => {
    await c.var.ctx.database.db.execute("SELECT 1");
    const health: z.infer<typeof Health> = {
      status: "ok",
      database: c.var.ctx.database.kind,
      version: packageJson.version,
    };
    return c.json(health, 200);
  });
