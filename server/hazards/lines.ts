import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import type { HazardLine, HazardLines } from "#data/model/answers/hazardLines.ts";
import { OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import { packLines } from "#data/model/hazards/lines.ts";
import { hazards } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { readOwnPeople } from "../access/ownPeople.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { HazardFilter } from "./filter.ts";
import { type ListedRow, readStars, selectLines } from "./rows.ts";
import { namesAt } from "./summary.ts";

/** By what the page asks for anew; by the rest it filters itself, so that its counters need no answer. */
export const LineFilter = HazardFilter.pick({ status: true, mine: true });
export type LineFilter = Pick<HazardFilter, "status" | "mine">;

/** The work list: the hazards that the actor sees, in no order, with no more than a line shows. */
export async function listLines(ctx: Ctx, slug: string, filter: LineFilter): Promise<HazardLines> {
  const { resident } = await openCommunity(ctx, slug);
  return look(ctx, async (ctx) => packLines(await readLines(ctx, resident, filter)));
}

async function readLines(ctx: Tx, resident: Resident, filter: LineFilter): Promise<HazardLine[]> {
  const { id: communityId } = resident.bundle.community;
  const isOfCommunity = eq(hazards.communityId, communityId);
  const rows = await selectLines(
    ctx,
    and(isOfCommunity, hasStatus(filter), filter.mine ? await isOwn(ctx, communityId) : undefined),
  );
  const stars = await readStars(ctx, communityId);
  return rows.map((row) => lineOf(resident, row, stars.has(row.id)));
}

function hasStatus({ status = [...OPEN_STATUSES] }: LineFilter): SQL | undefined {
  return status === "all" ? undefined : inArray(hazards.status, status);
}

async function isOwn(ctx: Tx, communityId: string): Promise<SQL | undefined> {
  const { ids } = await readOwnPeople(ctx, communityId);
  const own = [...ids];
  return or(inArray(hazards.assigneeId, own), inArray(hazards.departmentId, own));
}

function lineOf(resident: Resident, row: ListedRow, isStarred: boolean): HazardLine {
  const { id, category, level, status, note, floor, returnCount } = row;
  const { building, place, grid, assignee, department } = namesAt(resident, row);
  return {
    ...{ id, category, level, status, note, floor, returnCount, isStarred },
    ...{ building, place, grid, assignee, department },
    location: { type: "Point", coordinates: [row.longitude, row.latitude] },
    reportedAt: row.reportedAt.toISOString(),
    rectifiedAt: row.rectifiedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    clockStartsAt: row.clockStartsAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
  };
}
