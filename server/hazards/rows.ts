import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import { hazards, hazardStars, photos } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { selectMany } from "./manyRows.ts";

const { location, ...COLUMNS } = getTableColumns(hazards);

const HAZARD_COLUMNS = {
  ...COLUMNS,
  longitude: sql<number>`ST_X(${location})`.as("longitude"),
  latitude: sql<number>`ST_Y(${location})`.as("latitude"),
};

const LISTED_COLUMNS = {
  ...COLUMNS,
  longitude: sql`ST_X(${location})`,
  latitude: sql`ST_Y(${location})`,
};

const { id, category, level, status, note, unitId, buildingId, floor, placeId } = COLUMNS;
const { assigneeId, departmentId, reportedAt, rectifiedAt, closedAt } = COLUMNS;
const { clockStartsAt, dueAt, returnCount } = COLUMNS;

/** What a line of the work list is made of. */
const LINE_COLUMNS = {
  ...{ id, category, level, status, note, unitId, buildingId, floor, placeId },
  ...{ assigneeId, departmentId, reportedAt, rectifiedAt, closedAt },
  ...{ clockStartsAt, dueAt, returnCount },
  longitude: LISTED_COLUMNS.longitude,
  latitude: LISTED_COLUMNS.latitude,
};
export type ListedRow = Pick<HazardRow, keyof typeof LINE_COLUMNS>;

/** A hazard as its row has it, its place in degrees. */
export type HazardRow = Omit<typeof hazards.$inferSelect, "location"> & {
  longitude: number;
  latitude: number;
};

/** As far as the actor sees them: the policies of the table say it. */
export function selectHazards({ db }: Tx, condition: SQL | undefined): Promise<HazardRow[]> {
  return db.select(HAZARD_COLUMNS).from(hazards).where(condition).orderBy(hazards.id);
}

/** The same for thousands, in no order. */
export function selectManyHazards(ctx: Tx, where: SQL | undefined): Promise<HazardRow[]> {
  return selectMany(ctx, { from: hazards, columns: LISTED_COLUMNS, where });
}

/** No more of each than a line shows, in no order. */
export function selectLines(ctx: Tx, where: SQL | undefined): Promise<ListedRow[]> {
  return selectMany(ctx, { from: hazards, columns: LINE_COLUMNS, where });
}

export function isHazard(communityId: string, ...ids: string[]): SQL | undefined {
  return and(eq(hazards.communityId, communityId), inArray(hazards.id, ids));
}

/**
 * Holds rows until the transaction ends: of two who move the same one, the second sees what the first
 * did. With what is merged into it, which moves along, and in one order, so that no two wait for each other.
 */
export async function holdHazards(
  { db }: Tx,
  communityId: string,
  [id, ...others]: [string, ...string[]],
): Promise<void> {
  const isMerged = and(eq(hazards.communityId, communityId), eq(hazards.mergedIntoId, id));
  const isMoved = isHazard(communityId, id, ...others);
  await db
    .select({ id: hazards.id })
    .from(hazards)
    .where(others.length > 0 ? or(isMoved, isMerged) : isMoved)
    .orderBy(hazards.id)
    .for("update");
}

/** What is counted or marked beside the rows. */
export interface Beside {
  photoCounts: Map<string, number>;
  stars: Set<string>;
}

/** @param id of one hazard; absent: of all that the actor sees */
export async function readBeside(ctx: Tx, communityId: string, id?: string): Promise<Beside> {
  const counts = await ctx.db
    .select({ hazardId: photos.hazardId, count: sql<number>`count(*)::int` })
    .from(photos)
    .where(
      and(
        eq(photos.communityId, communityId),
        id === undefined ? sql`${photos.hazardId} IS NOT NULL` : eq(photos.hazardId, id),
      ),
    )
    .groupBy(photos.hazardId);
  return {
    photoCounts: new Map(counts.map(({ hazardId, count }) => [hazardId ?? "", count])),
    stars: await readStars(ctx, communityId, id),
  };
}

/** What the actor starred. @param id of one hazard; absent: of all */
export async function readStars({ db }: Tx, communityId: string, id?: string) {
  const starred = await db
    .select({ hazardId: hazardStars.hazardId })
    .from(hazardStars)
    .where(
      and(
        eq(hazardStars.communityId, communityId),
        id === undefined ? undefined : eq(hazardStars.hazardId, id),
      ),
    );
  return new Set(starred.map(({ hazardId }) => hazardId));
}
