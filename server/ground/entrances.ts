import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { BuildingGround } from "#data/model/answers/ground.ts";
import type { Named } from "#data/model/answers/responsibility.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { dwellings, entrances, planUnits } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { notFormer, raisePlans } from "./plans.ts";

/**
 * Makes these the building's entrances, in this order. Dwellings of one that goes stay in the
 * building; plans that break the building are kept whole.
 * @throws Problem no-such-thing for an entrance of another building
 */
export async function storeEntrances(
  ctx: Tx,
  communityId: string,
  building: BuildingGround,
  wanted: readonly Named[],
): Promise<void> {
  const isOfCommunity = eq(entrances.communityId, communityId);
  const gone = building.entrances.filter(({ id }) => !wanted.some((one) => one.id === id));
  const goneIds = gone.map(({ id }) => id);
  for (const [index, { id, name }] of wanted.entries()) {
    const [kept] = await ctx.db
      .insert(entrances)
      .values({ communityId, id, buildingId: building.id, name, ordinal: index + 1 })
      .onConflictDoUpdate({
        target: [entrances.communityId, entrances.id],
        set: { name, ordinal: index + 1 },
        setWhere: eq(entrances.buildingId, building.id),
      })
      .returning({ id: entrances.id });
    if (!kept) throw problems.noSuchThing("entrance", id);
  }
  if (goneIds.length > 0) {
    await ctx.db
      .update(dwellings)
      .set({ entranceId: null })
      .where(and(eq(dwellings.communityId, communityId), inArray(dwellings.entranceId, goneIds)));
    await ctx.db.delete(entrances).where(and(isOfCommunity, inArray(entrances.id, goneIds)));
  }
  await keepPlansWhole(ctx, communityId, building, wanted);
}

/**
 * In a plan that breaks the building, rows of entrances that went go too, and new entrances stand as
 * uncovered; once no entrance is left that it knew, the building is whole again, where its first was.
 */
async function keepPlansWhole(
  ctx: Tx,
  communityId: string,
  building: BuildingGround,
  wanted: readonly Named[],
): Promise<void> {
  const { db } = ctx;
  const isOfBuilding = and(
    eq(planUnits.communityId, communityId),
    eq(planUnits.buildingId, building.id),
    inArray(planUnits.planId, notFormer(ctx, communityId)),
  );
  const rows = await db
    .select()
    .from(planUnits)
    .where(and(isOfBuilding, isNotNull(planUnits.entranceId)))
    .orderBy(asc(planUnits.unitId));
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const changed: string[] = [];
  for (const [planId, known] of groupBy(rows, (row) => row.planId)) {
    const knownIds = new Set(known.map(({ unitId }) => unitId));
    const gone = [...knownIds].filter((id) => !wantedIds.has(id));
    const added = [...wantedIds].filter((id) => !knownIds.has(id));
    const isWholeAgain = gone.length === knownIds.size;
    if (gone.length > 0) {
      await db
        .delete(planUnits)
        .where(
          and(
            eq(planUnits.communityId, communityId),
            eq(planUnits.planId, planId),
            inArray(planUnits.unitId, gone),
          ),
        );
    }
    const row = { communityId, planId, buildingId: building.id };
    const first = firstMicroGrid(building, known);
    if (isWholeAgain && first) {
      await db
        .insert(planUnits)
        .values({ ...row, unitId: building.id, entranceId: null, microGridId: first })
        .onConflictDoUpdate({
          target: [planUnits.communityId, planUnits.planId, planUnits.unitId],
          set: { microGridId: sql`coalesce(${planUnits.microGridId}, excluded.micro_grid_id)` },
        });
    } else if (!isWholeAgain && added.length > 0) {
      await db
        .insert(planUnits)
        .values(added.map((id) => ({ ...row, unitId: id, entranceId: id, microGridId: null })));
    }
    if (gone.length + added.length > 0) changed.push(planId);
  }
  await raisePlans(ctx, communityId, changed);
}

/** In the order in which the entrances stand. */
function firstMicroGrid(
  { entrances }: BuildingGround,
  rows: readonly { unitId: string; microGridId: string | null }[],
): string | undefined {
  const microGridOf = new Map(rows.map(({ unitId, microGridId }) => [unitId, microGridId]));
  return entrances.flatMap(({ id }) => microGridOf.get(id) ?? [])[0];
}
