import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, expect, test } from "vitest";
import { checkBackup } from "#data/backup/read.ts";
import type { RequestEnv } from "#server/api.ts";
import { backupRoutes } from "#server/backups/routes.ts";
import { Problem } from "#server/problem.ts";
import { inRollback, type TestServer } from "#tests/server/harness.ts";

const directory = mkdtempSync(join(tmpdir(), "getu-control-"));
afterAll(() => rmSync(directory, { recursive: true }));

function appAround({ ctx }: TestServer, dataDirectory: string | undefined) {
  const app = new OpenAPIHono<RequestEnv>();
  app.onError((error, c) => c.body(null, error instanceof Problem ? error.status : 500));
  app.use(async (c, next) => {
    c.set("ctx", { ...ctx, database: { ...ctx.database, db: ctx.db } });
    await next();
  });
  return app.route("/api", backupRoutes(dataDirectory));
}

const ask = (app: ReturnType<typeof appAround>, token: string) =>
  app.request("/api/backups", { method: "POST", headers: { Authorization: `Bearer ${token}` } });

test(
  "a running server gives a backup to who holds the data directory, and to nobody else",
  inRollback(async (server) => {
    const app = appAround(server, directory);
    expect(statSync(join(directory, "control.token")).mode & 0o777).toBe(0o600);
    expect((await ask(app, "")).status).toBe(403);
    expect((await ask(app, "a".repeat(43))).status).toBe(403);
    expect((await app.request("/api/backups", { method: "POST" })).status).toBe(403);

    const token = readFileSync(join(directory, "control.token"), "utf8");
    const first = await ask(app, token);
    expect(first.headers.get("Content-Type")).toBe("application/gzip");
    // One at a time: each spools everything there is.
    expect((await ask(app, token)).status).toBe(409);
    const file = join(directory, "backup.tar.gz");
    const body = Readable.fromWeb(first.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, createWriteStream(file));
    expect((await checkBackup(file)).tables.length).toBeGreaterThan(15);
  }),
);

test(
  "where there is no data directory there is no backup to ask for",
  inRollback(async (server) => {
    expect((await ask(appAround(server, undefined), "undefined")).status).toBe(403);
  }),
);
