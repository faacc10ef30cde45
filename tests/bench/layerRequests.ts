import { mkdir, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { LAYERS } from "#data/model/layers.ts";
import { communities } from "#data/schema/index.ts";
import { touch, transact } from "#server/context.ts";
import type { BenchServer } from "./server.ts";
import { median } from "./table.ts";

export const IDENTITY = { "Accept-Encoding": "identity" };
export const BROTLI = { "Accept-Encoding": "br" };

interface Answer {
  bytes: Buffer;
  etag: string;
}

/** One read, with the body as it travels: `fetch` would unpack it. */
export function read(address: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode !== 200) reject(new Error(`${address} ${response.statusCode}`));
        else resolve({ bytes: Buffer.concat(chunks), etag: response.headers.etag ?? "" });
      });
    }).on("error", reject);
  });
}

/** Milliseconds of the first read after the community changed, compressed, median. */
export async function readCold(
  { ctx, address, cookie }: BenchServer,
  slug: string,
  path: string,
  runs: number,
): Promise<number> {
  const [community] = await ctx.database.db
    .select({ id: communities.id })
    .from(communities)
    .where(eq(communities.slug, slug));
  if (!community) throw new Error(`no community ${slug}`);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await transact(ctx, async (ctx) => touch(ctx, community.id, LAYERS));
    const start = performance.now();
    await read(address + path, { ...BROTLI, Cookie: cookie });
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Lays the same bytes ready as a file, plain and compressed. @returns its path on the server */
export async function layFile(
  { filesDirectory }: BenchServer,
  name: string,
  plain: Buffer,
  packed: Buffer,
): Promise<string> {
  const directory = join(filesDirectory, "layers");
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), plain);
  await writeFile(join(directory, `${name}.br`), packed);
  return `/bench/layers/${name}`;
}
