import { eq, sql } from "drizzle-orm";
import { buildings, communities } from "#data/schema/index.ts";
import { readBundle } from "#server/bundles/read.ts";
import type { Ctx } from "#server/context.ts";
import { BROTLI, read, readCold } from "./layerRequests.ts";
import type { BenchServer } from "./server.ts";
import { median, type Section } from "./table.ts";

const GOAL = 1.15;
const SIZES = { "300": "small", "1,321": "real", "5,000": "large" } as const;

type Side = "with" | "without";

/**
 * The same reads with the policies of the tables and without them, in turns, so that a busy moment
 * hits both sides alike. Roles, settings and transactions stay: only the policies go.
 */
export async function benchRowSecurity(server: BenchServer, isQuick: boolean): Promise<Section> {
  const rounds = isQuick ? 3 : 11;
  const tables = await securedTables(server.ctx);
  const rows: string[][] = [];
  let worst = 0;
  for (const [size, which] of Object.entries(SIZES)) {
    for (const [name, readOnce] of Object.entries(await readsOf(server, server.slugs[which]))) {
      const times: Record<Side, number[]> = { with: [], without: [] };
      // The first turn warms both sides up and does not count.
      for (let round = -1; round < rounds; round++) {
        for (const side of round % 2 ? SIDES : SIDES.toReversed()) {
          await secure(server.ctx, tables, side);
          const milliseconds = await readOnce();
          if (round >= 0) times[side].push(milliseconds);
        }
      }
      const ratio = median(times.with.map((time, index) => time / times.without[index]!));
      if (/layer|coverage/.test(name)) worst = Math.max(worst, ratio);
      const cells = [median(times.without), median(times.with)].map((time) => time.toFixed(2));
      rows.push([`${size} ${name}`, ...cells, ratio.toFixed(2)]);
    }
  }
  await secure(server.ctx, tables, "with");
  return {
    title: "What row-level security costs, milliseconds a read",
    goal: `layer and coverage reads ≤ ${GOAL} × the same without policies (highest: ${worst.toFixed(2)})`,
    isReached: worst <= GOAL,
    columns: ["buildings and read", "without", "with", "ratio"],
    rows,
    note: "cold: first read after a change. cached: from memory, 20 reads in a row, each of them.",
  };
}

const SIDES: Side[] = ["with", "without"];

async function securedTables({ database: { db } }: Ctx): Promise<string[]> {
  const { rows } = (await db.execute(
    sql`SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
  )) as unknown as { rows: { name: string }[] };
  return rows.map(({ name }) => name);
}

async function secure({ database: { db } }: Ctx, tables: string[], side: Side): Promise<void> {
  const verb = sql.raw(side === "with" ? "ENABLE" : "DISABLE");
  for (const name of tables) {
    await db.execute(sql`ALTER TABLE ${sql.identifier(name)} ${verb} ROW LEVEL SECURITY`);
  }
}

/** Each read as a function that gives its milliseconds. */
async function readsOf(server: BenchServer, slug: string) {
  const { ctx, address, cookie } = server;
  const { db } = ctx.database;
  const [community] = await db.select().from(communities).where(eq(communities.slug, slug));
  const { id } = community!;
  const [building] = await db.select().from(buildings).where(eq(buildings.communityId, id));
  const base = `/api/communities/${slug}`;
  const timed = async (path: string, times: number) => {
    const start = performance.now();
    for (let time = 0; time < times; time++)
      await read(address + path, { ...BROTLI, Cookie: cookie });
    return (performance.now() - start) / times;
  };
  return {
    "all rows of the community": async () => {
      const start = performance.now();
      await readBundle(db, id);
      return performance.now() - start;
    },
    "layer, cold": () => readCold(server, slug, `${base}/layers/buildings`, 1),
    "layer, cached": () => timed(`${base}/layers/buildings`, 20),
    "coverage, cold": () => readCold(server, slug, `${base}/coverage`, 1),
    "coverage, cached": () => timed(`${base}/coverage`, 20),
    "building with its homes": () => timed(`${base}/buildings/${building!.id}`, 10),
  };
}
