import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { BuildingUses } from "#data/model/answers/ground.ts";
import type { Action } from "#data/model/permissions.ts";
import { PLAN_STATUSES } from "#data/model/plans.ts";
import {
  duties,
  microGrids,
  partyOrganisations,
  people,
  places,
  plans,
  planUnits,
} from "#data/schema/index.ts";
import { mayHere, openCommunity, type OpenCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { notFormer } from "./plans.ts";
import { readBuilding } from "./read.ts";

/** What the actor's duties allow beside editing the ground. */
export interface Powers {
  homes: boolean;
  people: boolean;
}

/** What hangs on a building. @throws Problem no-such-thing */
export async function usesOfBuilding(ctx: Ctx, slug: string, id: string): Promise<BuildingUses> {
  const open = await openCommunity(ctx, slug, "edit-ground");
  const powers = await powersHere(ctx, slug);
  return look(ctx, (ctx) => readUses(ctx, open, powers, id));
}

export async function powersHere(ctx: Ctx, slug: string): Promise<Powers> {
  return {
    homes: await mayHere(ctx, slug, "edit-households"),
    people: await mayHere(ctx, slug, "manage-people"),
  };
}

/** The same within a transaction. @throws Problem no-such-thing */
export async function readUses(
  ctx: Tx,
  { resident, sight }: OpenCommunity,
  powers: Powers,
  id: string,
): Promise<BuildingUses> {
  const { bundle, today } = resident;
  const communityId = bundle.community.id;
  const { name, entrances } = await readBuilding(ctx, communityId, id);
  const isHere = ({ buildingId }: { buildingId: string }) => buildingId === id;
  const households = bundle.households.filter(isHere).length;
  const held = await readDuties(ctx, communityId, id, today);
  const organisations = await readOrganisations(ctx, communityId, id);
  return {
    ...{ id, name },
    plans: await readPlans(ctx, communityId, id),
    // A building that came just now is in nobody's sight, and has no households.
    households: sight.figures(resident.unitsOfBuilding(id)).households,
    dwellings: bundle.dwellings.filter(isHere).length,
    entrances: entrances.length,
    duties: held,
    places: await ctx.db
      .select({ id: places.id, name: places.name })
      .from(places)
      .where(and(eq(places.communityId, communityId), eq(places.buildingId, id))),
    partyOrganisations: organisations,
    missing: missingOf(powers, households, held.length + organisations.length),
  };
}

function missingOf(powers: Powers, households: number, posts: number): Action | null {
  if (households > 0 && !powers.homes) return "edit-households";
  return posts > 0 && !powers.people ? "manage-people" : null;
}

async function readPlans(ctx: Tx, communityId: string, id: string): Promise<BuildingUses["plans"]> {
  const rows = await ctx.db
    .selectDistinct({
      id: plans.id,
      name: plans.name,
      status: plans.status,
      microGrid: { id: microGrids.id, name: microGrids.name },
    })
    .from(planUnits)
    .innerJoin(plans, and(eq(plans.communityId, communityId), eq(plans.id, planUnits.planId)))
    .leftJoin(
      microGrids,
      and(
        eq(microGrids.communityId, communityId),
        eq(microGrids.planId, planUnits.planId),
        eq(microGrids.id, planUnits.microGridId),
      ),
    )
    .where(
      and(
        eq(planUnits.communityId, communityId),
        eq(planUnits.buildingId, id),
        inArray(planUnits.planId, notFormer(ctx, communityId)),
      ),
    );
  const byId = new Map<string, BuildingUses["plans"][number]>();
  for (const { microGrid, ...plan } of rows) {
    const known = byId.get(plan.id) ?? { ...plan, microGrids: [] };
    if (microGrid) known.microGrids.push(microGrid);
    byId.set(plan.id, known);
  }
  const rank = ({ status }: { status: (typeof PLAN_STATUSES)[number] }) =>
    -PLAN_STATUSES.indexOf(status);
  return [...byId.values()].sort((a, b) => rank(a) - rank(b));
}

function readDuties({ db }: Tx, communityId: string, id: string, today: string) {
  return db
    .select({
      id: duties.id,
      role: duties.role,
      placeType: duties.placeType,
      person: people.name,
    })
    .from(duties)
    .leftJoin(people, and(eq(people.communityId, communityId), eq(people.id, duties.personId)))
    .where(
      and(
        eq(duties.communityId, communityId),
        eq(duties.placeType, "building"),
        eq(duties.placeId, id),
        or(isNull(duties.endsOn), gte(duties.endsOn, today)),
      ),
    );
}

function readOrganisations({ db }: Tx, communityId: string, id: string) {
  return db
    .select({ id: partyOrganisations.id, name: partyOrganisations.name })
    .from(partyOrganisations)
    .where(
      and(eq(partyOrganisations.communityId, communityId), eq(partyOrganisations.buildingId, id)),
    );
}
