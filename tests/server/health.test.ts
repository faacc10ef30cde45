import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { inRollback } from "./harness.ts";

test(
  "health says that it answers, on which database and in which version",
  inRollback(async ({ get }) => {
    const response = await get("/api/health");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      database: process.env.DATABASE_URL ? "postgresql" : "embedded",
      version: packageJson.version,
    });
  }),
);
