import { and, eq, sql } from "drizzle-orm";
import { buildings } from "#data/schema/index.ts";
import { letOthersIn } from "../bundles/store.ts";
import { type Ctx, touch, transact, type Tx, writeAudit } from "../context.ts";
import type { GroundImport } from "./importBuildings.ts";
import { GROUND_LAYERS } from "./layers.ts";

/** Rows of one statement. */
const ROWS = 500;
/** More names than this make no audit row clearer. */
const MOST_NAMED = 100;

/** In one transaction: whole or not at all. What no plan covers, coverage shows. */
export async function storeImport(
  ctx: Ctx,
  communityId: string,
  { fresh, changed, missing }: GroundImport,
): Promise<void> {
  if (fresh.length + changed.length === 0) return;
  await transact(ctx, async (ctx) => {
    await storeFresh(ctx, communityId, fresh);
    await storeChanged(ctx, communityId, changed);
    touch(ctx, communityId, GROUND_LAYERS);
    const names = (list: readonly { name: string }[]) =>
      list.slice(0, MOST_NAMED).map(({ name }) => name);
    await writeAudit(ctx, {
      ...{ communityId, action: "building.import" },
      ...{ subjectType: "community", subjectId: communityId },
      to: {
        count: fresh.length + changed.length,
        new: names(fresh.map(({ building }) => building)),
        changed: names(changed.map(({ known }) => known)),
        missing: missing.length,
      },
    });
  });
}

async function storeFresh(
  { db }: Tx,
  communityId: string,
  fresh: GroundImport["fresh"],
): Promise<void> {
  for (let start = 0; start < fresh.length; start += ROWS) {
    const portion = fresh.slice(start, start + ROWS);
    await db
      .insert(buildings)
      .values(portion.map(({ building }) => ({ communityId, ...building })));
    await letOthersIn();
  }
}

async function storeChanged(
  { db }: Tx,
  communityId: string,
  changed: GroundImport["changed"],
): Promise<void> {
  for (const { known, change } of changed) {
    const { name, address, storeys, heightMeters, footprint } = change;
    await db
      .update(buildings)
      .set({
        ...{ name, address, storeys, heightMeters, footprint },
        version: sql`${buildings.version} + 1`,
      })
      .where(and(eq(buildings.communityId, communityId), eq(buildings.id, known.id)));
  }
}
