import { and, asc, eq, sql } from "drizzle-orm";
import type { BuildingGround } from "#data/model/answers/ground.ts";
import type { Compound } from "#data/model/bundle.ts";
import { buildings, compounds, entrances } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";

/** @throws Problem no-such-thing */
export async function readBuilding(
  { db }: Tx,
  communityId: string,
  id: string,
): Promise<BuildingGround> {
  const [row] = await db
    .select({
      id: buildings.id,
      version: buildings.version,
      name: buildings.name,
      kind: buildings.kind,
      address: buildings.address,
      storeys: buildings.storeys,
      hasLift: buildings.hasLift,
      compoundId: buildings.compoundId,
      footprint: sql<BuildingGround["footprint"]>`ST_AsGeoJSON(${buildings.footprint}, 12)::jsonb`,
    })
    .from(buildings)
    .where(and(eq(buildings.communityId, communityId), eq(buildings.id, id)));
  if (!row) throw problems.noSuchThing("building", id);
  const ofBuilding = await db
    .select({ id: entrances.id, name: entrances.name })
    .from(entrances)
    .where(and(eq(entrances.communityId, communityId), eq(entrances.buildingId, id)))
    .orderBy(asc(entrances.ordinal), asc(entrances.id));
  return { ...row, entrances: ofBuilding };
}

export type CompoundRow = Compound & { version: number };

/** @throws Problem no-such-thing */
export async function readCompound(
  { db }: Tx,
  communityId: string,
  id: string,
): Promise<CompoundRow> {
  const [row] = await db
    .select({
      id: compounds.id,
      version: compounds.version,
      name: compounds.name,
      boundary: sql<Compound["boundary"]>`ST_AsGeoJSON(${compounds.boundary}, 12)::jsonb`,
    })
    .from(compounds)
    .where(and(eq(compounds.communityId, communityId), eq(compounds.id, id)));
  if (!row) throw problems.noSuchThing("compound", id);
  return row;
}

/** @throws Problem no-such-thing */
export async function requireCompound(ctx: Tx, communityId: string, id: string): Promise<void> {
  await readCompound(ctx, communityId, id);
}
