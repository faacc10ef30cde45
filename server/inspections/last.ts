import { and, eq, inArray, sql } from "drizzle-orm";
import type { LastInspections } from "#data/model/answers/inspections.ts";
import { lastInspectedOn, type Visits } from "#data/model/inspections/visits.ts";
import { isSmallPlace } from "#data/model/places.ts";
import type { LonLat } from "#data/model/units.ts";
import { inspections } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";

/** Something that was inspected, or is to be. */
interface Visited {
  buildingId: string | null;
  /** All of the building, and not one thing in it. */
  isWhole: boolean;
  position: LonLat;
  /** ISO date; null: never. */
  day: string | null;
}

/**
 * When somebody last inspected anything in each building, micro-grid and grid: what the map is
 * coloured by. A place or a building counts to its building; a drawn point to its grid alone.
 * @throws Problem not-your-duty
 */
export async function getLastInspections(ctx: Ctx, slug: string): Promise<LastInspections> {
  const { resident, visits } = await openCommunity(ctx, slug, "see-hazards");
  const visited = [
    ...placesIn(resident, visits),
    ...targetsIn(visits),
    ...(await readVisited(ctx, resident)),
  ];
  const last = { grids: new Map(), "micro-grids": new Map(), buildings: new Map() } satisfies Last;
  for (const each of visited) count(resident, last, each);
  return {
    grids: Object.fromEntries(last.grids),
    "micro-grids": Object.fromEntries(last["micro-grids"]),
    buildings: Object.fromEntries(last.buildings),
  };
}

type Last = Record<keyof LastInspections, Map<string, string | null>>;

function count(resident: Resident, last: Last, { buildingId, isWhole, position, day }: Visited) {
  if (buildingId !== null) later(last.buildings, buildingId, day);
  // A building that is shared out lies in several.
  const unitIds =
    buildingId !== null && isWhole
      ? resident.unitsOfBuilding(buildingId).map(({ id }) => id)
      : [unitToday(resident, { unitId: null, position })];
  for (const unitId of unitIds) {
    if (unitId === null) continue;
    const [microGridId, gridId] = [resident.microGridOf.get(unitId), resident.gridOfUnit(unitId)];
    if (microGridId !== undefined) later(last["micro-grids"], microGridId, day);
    if (gridId !== undefined) later(last.grids, gridId, day);
  }
}

function later(days: Map<string, string | null>, id: string, day: string | null): void {
  const known = days.get(id) ?? null;
  days.set(id, known === null || (day !== null && day > known) ? day : known);
}

/** A service point is not inspected unless somebody did. */
function placesIn({ bundle }: Resident, visits: Visits): Visited[] {
  return bundle.places
    .map((place) => ({ ...place, day: lastInspectedOn(place, visits) }))
    .filter(({ kind, day }) => isSmallPlace(kind) || day !== null)
    .map(({ buildingId, location, day }) => {
      const [longitude = 0, latitude = 0] = location.coordinates;
      return { buildingId, isWhole: false, position: [longitude, latitude], day };
    });
}

/** What rounds that nobody ended want to have visited. */
function targetsIn({ rounds }: Visits): Visited[] {
  return rounds.flatMap(({ targets }) =>
    targets.map(({ type, buildingId, position, visitedOn }) => ({
      ...{ buildingId: type === "point" ? null : buildingId, isWhole: type === "building" },
      ...{ position, day: visitedOn },
    })),
  );
}

/** Buildings and points, in a round or outside of one; `visits` has the places. */
async function readVisited(ctx: Ctx, { bundle }: Resident): Promise<Visited[]> {
  const { id, settings } = bundle.community;
  const { communityId, type, buildingId, location, doneAt } = inspections;
  const [longitude, latitude] = [sql<number>`ST_X(${location})`, sql<number>`ST_Y(${location})`];
  const day = sql<string>`max((${doneAt} AT TIME ZONE ${settings.timeZone})::date)::text`;
  const rows = await look(ctx, ({ db }) =>
    db
      .select({ type, buildingId, longitude, latitude, day })
      .from(inspections)
      .where(and(eq(communityId, id), inArray(type, ["building", "point"])))
      .groupBy(type, buildingId, longitude, latitude),
  );
  return rows.map(({ type, buildingId, longitude, latitude, day }) => ({
    ...{ buildingId: type === "building" ? buildingId : null, isWhole: type === "building" },
    ...{ position: [longitude, latitude], day },
  }));
}
