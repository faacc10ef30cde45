import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { answers, createApi, refusals, defineRoute } from "../api.ts";
import type { Ctx } from "../context.ts";
import { problems } from "../problem.ts";

/** A plain file name: no folders, nothing that climbs out of the directory. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]*\.pmtiles$/u;

const BasemapFile = z.object({ name: z.string(), bytes: z.int() }).meta({ id: "BasemapFile" });

const listBasemaps = defineRoute("signed-in", {
  method: "get",
  path: "/basemaps",
  summary: "The PMTiles files in the data directory's `basemaps` folder",
  responses: answers(z.array(BasemapFile), "By name."),
});

const readBasemap = defineRoute("signed-in", {
  method: "get",
  path: "/basemaps/{name}",
  summary: "A byte range of a PMTiles file",
  request: {
    params: z.object({ name: z.string().regex(FILE_NAME) }),
    headers: z.object({ range: z.string().optional() }),
  },
  responses: {
    200: { description: "The whole file." },
    206: { description: "The range asked for." },
    416: { description: "The file is shorter than the range." },
    ...refusals,
  },
});

export const basemapRoutes = () =>
  createApi()
    .openapi(listBasemaps, async (c) => {
      const names = await readdir(c.var.ctx.basemapDirectory).catch(() => []);
      const files = names
        .filter((name) => FILE_NAME.test(name))
        .sort()
        .map(async (name) => {
          const file = await findFile(c.var.ctx, name);
          return file ? [{ name, bytes: file.size }] : [];
        });
      return c.json((await Promise.all(files)).flat(), 200);
    })
    .openapi(readBasemap, async (c) => {
      const { name } = c.req.valid("param");
      const found = await findFile(c.var.ctx, name);
      if (!found) throw problems.noSuchThing("basemap", name);
      const headers = {
        "Accept-Ranges": "bytes",
        "Content-Type": "application/vnd.pmtiles",
        ETag: `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`,
      };
      const range = parseRange(c.req.valid("header").range, found.size);
      if (range === "beyond") {
        return c.body(null, 416, { "Content-Range": `bytes */${found.size}` });
      }
      const [start, end] = range ?? [0, found.size - 1];
      // Opened only to be read: nobody would close it after the head, and an empty one has no range.
      const isRead = c.req.method !== "HEAD" && end >= start;
      const body = isRead ? streamOf(join(c.var.ctx.basemapDirectory, name), start, end) : "";
      const length = { "Content-Length": String(end - start + 1) };
      if (!range) return c.body(body, 200, { ...headers, ...length });
      const extent = { "Content-Range": `bytes ${start}-${end}/${found.size}` };
      return c.body(body, 206, { ...headers, ...length, ...extent });
    });

/** Undefined for what is no plain file: a folder, a link to nothing. */
async function findFile(ctx: Ctx, name: string) {
  const found = await stat(join(ctx.basemapDirectory, name)).catch(() => undefined);
  return found?.isFile() ? found : undefined;
}

function streamOf(path: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream;
}

/** One range, `bytes=a-b`, as PMTiles asks for it; any other form gets the whole file (RFC 9110 §14.2). */
function parseRange(header: string | undefined, size: number): [number, number] | "beyond" | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (!match) return null;
  const start = Number(match[1]);
  const end = match[2] ? Number(match[2]) : Infinity;
  if (end < start) return null;
  return start >= size ? "beyond" : [start, Math.min(end, size - 1)];
}
