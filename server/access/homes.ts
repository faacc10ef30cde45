import { and, eq, ilike, inArray, type SQL } from "drizzle-orm";
import { maskName, maskPhone } from "#data/model/mask.ts";
import { households } from "#data/schema/index.ts";
import { type Ctx, look } from "../context.ts";

/** A household as those with a duty there see it: name and phone masked. */
export interface Home {
  id: string;
  dwellingId: string;
  buildingId: string;
  head: string;
  phone: string | null;
}

/** More than anybody reads in a list of what was found. */
const MOST_FOUND = 50;

/** Who lives in a building. Row-level security leaves out whom the actor has no duty for. */
export function readHomesOf(ctx: Ctx, communityId: string, buildingId: string): Promise<Home[]> {
  return readHomes(ctx, communityId, eq(households.buildingId, buildingId));
}

/** These households, as far as the actor's duties reach. */
export async function readHomesById(
  ctx: Ctx,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, Home>> {
  if (ids.length === 0) return new Map();
  const homes = await readHomes(ctx, communityId, inArray(households.id, [...ids]));
  return new Map(homes.map((home) => [home.id, home]));
}

/** Households by the head's name: the full one finds, the masked one is shown. */
export function findHomes(ctx: Ctx, communityId: string, words: string): Promise<Home[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return readHomes(ctx, communityId, ilike(households.headName, pattern), MOST_FOUND);
}

function readHomes(
  ctx: Ctx,
  communityId: string,
  condition: SQL | undefined,
  limit = 100_000,
): Promise<Home[]> {
  return look(ctx, async ({ db }) => {
    const { id, dwellingId, buildingId, headName, phone } = households;
    const rows = await db
      .select({ id, dwellingId, buildingId, headName, phone })
      .from(households)
      .where(and(eq(households.communityId, communityId), condition))
      .orderBy(households.headName, households.id)
      .limit(limit);
    return rows.map(({ headName, phone, ...row }) => ({
      ...row,
      head: maskName(headName),
      phone: phone && maskPhone(phone),
    }));
  });
}
