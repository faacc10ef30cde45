import { and, eq, inArray, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { BuildingRemoval, BuildingUses, RemovedBuilding } from "#data/model/answers/ground.ts";
import {
  buildings,
  duties,
  households,
  partyOrganisations,
  places,
  planPosts,
  planUnits,
} from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { GROUND_LAYERS } from "./layers.ts";
import { notFormer, raisePlans } from "./plans.ts";
import { readBuilding } from "./read.ts";
import { powersHere, readUses } from "./uses.ts";

interface Removal {
  communityId: string;
  id: string;
  today: string;
  reason: string;
}

/**
 * Deletes a building with its entrances, dwellings and households, ends the duties on it, and takes it
 * out of every plan that is not former. Places in it stay, without a building.
 * @throws Problem no-such-thing, not-your-duty, stale-version
 */
export async function removeBuilding(
  ctx: Ctx,
  slug: string,
  id: string,
  { version, reason }: BuildingRemoval,
): Promise<RemovedBuilding> {
  const open = await openCommunity(ctx, slug, "edit-ground");
  const powers = await powersHere(ctx, slug);
  const { bundle, today } = open.resident;
  const communityId = bundle.community.id;
  return transact(ctx, async (ctx) => {
    const before = await readBuilding(ctx, communityId, id);
    if (version !== undefined && version !== before.version) {
      throw problems.staleVersion({ version, reason }, before);
    }
    const uses = await readUses(ctx, open, powers, id);
    if (uses.missing) throw problems.notYourDuty(uses.missing);
    const removal = { communityId, id, today, reason };
    await endDuties(ctx, removal, uses);
    await letPlacesStand(ctx, removal);
    const planIds = await takeOutOfPlans(ctx, removal);
    const [gone] = await ctx.db
      .delete(buildings)
      .where(
        and(
          eq(buildings.communityId, communityId),
          eq(buildings.id, id),
          eq(buildings.version, before.version),
        ),
      )
      .returning({ id: buildings.id });
    if (!gone)
      throw problems.staleVersion({ version, reason }, await readBuilding(ctx, communityId, id));
    touch(ctx, communityId, GROUND_LAYERS);
    touchAccounts(ctx);
    await writeAudit(ctx, {
      ...{ communityId, action: "building.remove", subjectType: "building", subjectId: id, reason },
      from: { ...before, dwellings: uses.dwellings, plans: uses.plans.map(({ name }) => name) },
    });
    return { id, plans: planIds.length, duties: uses.duties.length, places: uses.places.length };
  });
}

/** The last day was yesterday; what would begin today or later never was. */
async function endDuties(
  ctx: Tx,
  { communityId, today, reason }: Removal,
  uses: BuildingUses,
): Promise<void> {
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  for (const { id, role, person } of uses.duties) {
    const isDuty = and(eq(duties.communityId, communityId), eq(duties.id, id));
    await ctx.db.delete(duties).where(and(isDuty, sql`${duties.startsOn} > ${yesterday}`));
    await ctx.db
      .update(duties)
      .set({ endsOn: yesterday, version: sql`${duties.version} + 1` })
      .where(isDuty);
    await writeAudit(ctx, {
      ...{ communityId, action: "duty.end", subjectType: "duty", subjectId: id, reason },
      from: { role, person, place: uses.name },
      to: { endsOn: yesterday },
    });
  }
}

/** Party groups too: they have a life beyond the house they met in. */
async function letPlacesStand({ db }: Tx, { communityId, id }: Removal): Promise<void> {
  const inBuilding = db
    .select({ id: households.id })
    .from(households)
    .where(and(eq(households.communityId, communityId), eq(households.buildingId, id)));
  await db
    .update(places)
    .set({ buildingId: null })
    .where(and(eq(places.communityId, communityId), eq(places.buildingId, id)));
  await db
    .update(partyOrganisations)
    .set({ householdId: null })
    .where(
      and(
        eq(partyOrganisations.communityId, communityId),
        inArray(partyOrganisations.householdId, inBuilding),
      ),
    );
  await db
    .update(partyOrganisations)
    .set({ buildingId: null })
    .where(
      and(eq(partyOrganisations.communityId, communityId), eq(partyOrganisations.buildingId, id)),
    );
}

/** @returns the plans it was in */
async function takeOutOfPlans(ctx: Tx, { communityId, id }: Removal): Promise<string[]> {
  const units = await ctx.db
    .delete(planUnits)
    .where(
      and(
        eq(planUnits.communityId, communityId),
        eq(planUnits.buildingId, id),
        inArray(planUnits.planId, notFormer(ctx, communityId)),
      ),
    )
    .returning({ planId: planUnits.planId });
  const posts = await ctx.db
    .delete(planPosts)
    .where(
      and(
        eq(planPosts.communityId, communityId),
        eq(planPosts.placeType, "building"),
        eq(planPosts.placeId, id),
        inArray(planPosts.planId, notFormer(ctx, communityId)),
      ),
    )
    .returning({ planId: planPosts.planId });
  const planIds = [...new Set([...units, ...posts].map(({ planId }) => planId))];
  await raisePlans(ctx, communityId, planIds);
  return planIds;
}
