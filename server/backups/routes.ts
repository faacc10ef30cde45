import { PassThrough, Readable } from "node:stream";
import { writeBackup } from "#data/backup/write.ts";
import packageJson from "../../package.json" with { type: "json" };
import { createApi, defineRoute, writeRefusals } from "../api.ts";
import { Problem } from "../problem.ts";
import { carriesToken, makeControlToken } from "./token.ts";

const makeBackup = defineRoute("terminal", {
  method: "post",
  path: "/backups",
  summary: "Everything there is as one archive, for whoever holds the data directory",
  description: "Asked by `npm run backup` with the token that lies in the data directory.",
  responses: {
    200: {
      description: "A gzipped tar; its last entry is `manifest.json`.",
      content: { "application/gzip": { schema: { type: "string", format: "binary" } } },
    },
    ...writeRefusals,
  },
});

/**
 * Reads as the owner of the tables: policies for people do not apply to a backup.
 * @param dataDirectory where the token is left and the files lie; without one nobody gets a backup
 */
export const backupRoutes = (dataDirectory: string | undefined) => {
  const token = dataDirectory === undefined ? undefined : makeControlToken(dataDirectory);
  let isRunning = false;
  return createApi().openapi(makeBackup, async (c) => {
    const isHolder = token !== undefined && carriesToken(c.req.header("Authorization"), token);
    if (dataDirectory === undefined || !isHolder) throw notFromHere();
    if (isRunning) throw alreadyRunning();
    isRunning = true;
    const archive = new PassThrough();
    const { db } = c.var.ctx.database;
    const source = { db, directory: dataDirectory, program: packageJson.version };
    // What goes wrong once the answer has begun cuts it off; the asker finds it unfinished.
    writeBackup(source, archive)
      .catch((error: unknown) => console.error("backup failed:", error))
      .finally(() => (isRunning = false));
    return c.body(Readable.toWeb(archive) as ReadableStream, 200, {
      "Content-Type": "application/gzip",
      "Cache-Control": "no-store",
    });
  });
};

const notFromHere = () =>
  new Problem(
    403,
    "not-from-here",
    "Not allowed",
    "A backup is given only to who holds the data directory: npm run backup -- FILE",
  );

const alreadyRunning = () =>
  new Problem(409, "backup-running", "Already running", "Another backup is being made.");
