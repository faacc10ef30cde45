import { eq, sql } from "drizzle-orm";
import { groupBy } from "#data/model/groupBy.ts";
import type { Database } from "#data/open.ts";
import { communities } from "#data/schema/index.ts";
import { asRole } from "../context.ts";
import type { HeldDuty, Membership, Rights } from "./actor.ts";

interface HeldRow extends HeldDuty {
  communityId: string;
}

/**
 * What an account holds today. Read as that account, under row-level security: a community that is
 * not in the answer does not exist for it, whatever a verb forgets to ask.
 */
export function readRights(db: Database, userId: string): Promise<Rights> {
  const settings = { "getu.actor": userId };
  return asRole({ db, role: "getu_app", settings, mode: "read" }, async (db) => {
    const seen = await db
      .select({
        id: communities.id,
        slug: communities.slug,
        isAdmin: sql<boolean>`getu_is_admin()`,
      })
      .from(communities)
      .where(eq(communities.isReady, true))
      .orderBy(communities.createdAt, communities.slug);
    const held = groupBy(await readHeld(db), ({ communityId }) => communityId);
    const memberships = seen.map(({ id, slug }) => {
      const duties = (held.get(id) ?? []).map(({ communityId: _, ...duty }) => duty);
      return [slug, { communityId: id, slug, duties }] as const;
    });
    const isAdmin = seen[0]?.isAdmin ?? (await readIsAdmin(db));
    return { isAdmin, memberships: new Map(memberships) };
  });
}

/** The program itself holds no duty and reaches every community. */
export async function readProgramRights(db: Database): Promise<Rights> {
  const rows = await db.select({ id: communities.id, slug: communities.slug }).from(communities);
  const memberships = rows.map(({ id, slug }): [string, Membership] => [
    slug,
    { communityId: id, slug, duties: [] },
  ]);
  return { isAdmin: true, memberships: new Map(memberships) };
}

async function readHeld(db: Database): Promise<HeldRow[]> {
  const { rows } = (await db.execute(sql`
    SELECT community_id AS "communityId", duty_id AS "dutyId", role,
      place_type AS "placeType", place_id AS "placeId", stands_in AS "standsIn"
    FROM getu_held() ORDER BY duty_id, stands_in`)) as unknown as { rows: HeldRow[] };
  return rows;
}

async function readIsAdmin(db: Database): Promise<boolean> {
  const { rows } = (await db.execute(sql`SELECT getu_is_admin() AS "isAdmin"`)) as unknown as {
    rows: { isAdmin: boolean }[];
  };
  return rows[0]?.isAdmin ?? false;
}
