import type { Geometry, MultiPolygon, Point, Polygon } from "geojson";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { AnonymousBundle, Area } from "#data/model/bundle.ts";
import { type CommunitySettings, DEFAULT_SETTINGS } from "#data/model/communities.ts";
import * as schema from "#data/schema/index.ts";
import type { Database } from "#data/open.ts";
import { asRole } from "../context.ts";
import { problems } from "../problem.ts";

/** 12 decimals keep a footprint exactly as it was loaded; only answers are rounded. */
function asGeoJson<T extends Geometry>(column: AnyPgColumn) {
  return sql<T>`ST_AsGeoJSON(${column}, 12)::jsonb`;
}

/**
 * Everything of one community in one look at the database, so that its parts agree, in an order
 * that does not depend on where the database keeps a row. Read by a role
 * that sees this community alone, and nobody's name or phone but of those on duty.
 */
export async function readBundle(owner: Database, communityId: string): Promise<AnonymousBundle> {
  const settings = { "getu.reads": communityId };
  return asRole({ db: owner, role: "getu_reader", settings, mode: "snapshot" }, async (db) => ({
    ...(await readCommunity(db, communityId)),
    ...(await readHomes(db, communityId)),
    ...(await readGround(db, communityId)),
    ...(await readPeople(db, communityId)),
    ...(await readPlans(db, communityId)),
  }));
}

async function readCommunity(db: Database, id: string) {
  const { communities } = schema;
  const [row] = await db
    .select({
      id: communities.id,
      slug: communities.slug,
      name: communities.name,
      nameEn: communities.nameEn,
      areaId: communities.areaId,
      code: communities.code,
      boundary: asGeoJson<MultiPolygon>(communities.boundary),
      settings: communities.settings,
      isInvented: communities.isInvented,
      attribution: communities.attribution,
    })
    .from(communities)
    .where(eq(communities.id, id));
  if (!row) throw problems.noSuchThing("community", id);
  const areas = await readAreas(db, row.areaId);
  return { areas, community: { ...row, settings: settingsFrom(row.settings) } };
}

/** What was stored before a setting came to be has its default. */
function settingsFrom(stored: CommunitySettings): CommunitySettings {
  const loadWeights = { ...DEFAULT_SETTINGS.loadWeights, ...stored.loadWeights };
  return { ...DEFAULT_SETTINGS, ...stored, loadWeights };
}

/** The areas a community lies in, outermost first. */
export async function readAreas(db: Database, areaId: string | null): Promise<Area[]> {
  const path: Area[] = [];
  for (let next = areaId; next; next = path[0]?.parentId ?? null) {
    const [area] = await db.select().from(schema.areas).where(eq(schema.areas.id, next));
    if (!area) break;
    path.unshift(area);
  }
  return path;
}

async function readHomes(db: Database, id: string) {
  const { buildings, compounds, dwellings, entrances, households } = schema;
  const compoundRows = await db
    .select({
      id: compounds.id,
      name: compounds.name,
      boundary: sql<Polygon | MultiPolygon | null>`ST_AsGeoJSON(${compounds.boundary}, 12)::jsonb`,
    })
    .from(compounds)
    .where(eq(compounds.communityId, id))
    .orderBy(asc(compounds.id));
  const buildingRows = await db
    .select({
      id: buildings.id,
      compoundId: buildings.compoundId,
      name: buildings.name,
      kind: buildings.kind,
      address: buildings.address,
      storeys: buildings.storeys,
      heightMeters: buildings.heightMeters,
      hasLift: buildings.hasLift,
      footprint: asGeoJson<Point | Polygon | MultiPolygon>(buildings.footprint),
    })
    .from(buildings)
    .where(eq(buildings.communityId, id))
    .orderBy(asc(buildings.id));
  return {
    compounds: compoundRows,
    buildings: buildingRows,
    entrances: await db
      .select()
      .from(entrances)
      .where(eq(entrances.communityId, id))
      .orderBy(asc(entrances.id)),
    dwellings: await db
      .select()
      .from(dwellings)
      .where(eq(dwellings.communityId, id))
      .orderBy(asc(dwellings.id)),
    households: await db
      .select({
        id: households.id,
        dwellingId: households.dwellingId,
        buildingId: households.buildingId,
        residents: households.residents,
        partyMembers: households.partyMembers,
        partyStanding: households.partyStanding,
        tags: households.tags,
      })
      .from(households)
      .where(eq(households.communityId, id))
      .orderBy(asc(households.id)),
  };
}

async function readGround(db: Database, id: string) {
  const { contextFeatures, places } = schema;
  return {
    places: await db
      .select({
        id: places.id,
        buildingId: places.buildingId,
        kind: places.kind,
        name: places.name,
        address: places.address,
        areaSquareMeters: places.areaSquareMeters,
        inspectedOn: places.inspectedOn,
        note: places.note,
        location: asGeoJson<Point>(places.location),
      })
      .from(places)
      .where(eq(places.communityId, id))
      .orderBy(asc(places.id)),
    context: await db
      .select({
        id: contextFeatures.id,
        kind: contextFeatures.kind,
        name: contextFeatures.name,
        geometry: asGeoJson<Geometry>(contextFeatures.geometry),
      })
      .from(contextFeatures)
      .where(eq(contextFeatures.communityId, id))
      .orderBy(asc(contextFeatures.id)),
  };
}

async function readPeople(db: Database, id: string) {
  const { duties, leaves, partyOrganisations, people } = schema;
  return {
    people: await db
      .select({ id: people.id, name: people.name, phone: people.phone })
      .from(people)
      .where(eq(people.communityId, id))
      .orderBy(asc(people.id)),
    duties: await db
      .select({
        id: duties.id,
        personId: duties.personId,
        role: duties.role,
        placeType: duties.placeType,
        placeId: duties.placeId,
        startsOn: duties.startsOn,
        endsOn: duties.endsOn,
      })
      .from(duties)
      .where(eq(duties.communityId, id))
      .orderBy(asc(duties.id)),
    leaves: await db
      .select({
        id: leaves.id,
        dutyId: leaves.dutyId,
        startsOn: leaves.startsOn,
        endsOn: leaves.endsOn,
        standInId: leaves.standInId,
      })
      .from(leaves)
      .where(eq(leaves.communityId, id))
      .orderBy(asc(leaves.id)),
    partyOrganisations: await db
      .select()
      .from(partyOrganisations)
      .where(eq(partyOrganisations.communityId, id))
      .orderBy(asc(partyOrganisations.id)),
  };
}

/** The plan in force; drafts and former plans are read when somebody opens them. */
async function readPlans(db: Database, id: string) {
  const { grids, microGrids, plans, planUnits } = schema;
  const inForce = await db
    .select({
      id: plans.id,
      name: plans.name,
      status: plans.status,
      effectiveFrom: plans.effectiveFrom,
      version: plans.version,
    })
    .from(plans)
    .where(and(eq(plans.communityId, id), eq(plans.status, "in-force")));
  const isOfPlan = (table: { communityId: AnyPgColumn; planId: AnyPgColumn }) =>
    and(
      eq(table.communityId, id),
      inArray(
        table.planId,
        inForce.map((plan) => plan.id),
      ),
    );
  return {
    plans: inForce,
    grids: await db
      .select({
        id: grids.id,
        planId: grids.planId,
        name: grids.name,
        code: grids.code,
        kind: grids.kind,
        ordinal: grids.ordinal,
        outline: sql<Polygon | MultiPolygon | null>`ST_AsGeoJSON(${grids.outline}, 12)::jsonb`,
      })
      .from(grids)
      .where(isOfPlan(grids))
      .orderBy(asc(grids.ordinal), asc(grids.id)),
    microGrids: await db
      .select({
        id: microGrids.id,
        planId: microGrids.planId,
        gridId: microGrids.gridId,
        name: microGrids.name,
        ordinal: microGrids.ordinal,
      })
      .from(microGrids)
      .where(isOfPlan(microGrids))
      .orderBy(asc(microGrids.ordinal), asc(microGrids.id)),
    planUnits: await db
      .select()
      .from(planUnits)
      .where(isOfPlan(planUnits))
      .orderBy(asc(planUnits.unitId)),
  };
}
