import { and, eq, inArray, sql } from "drizzle-orm";
import { type HazardCategory, type HazardLevel, OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import type { HazardStatus } from "#data/model/hazards/kinds.ts";
import type { Database } from "#data/open.ts";
import { hazards } from "#data/schema/index.ts";
import { asRole } from "../context.ts";

/** A pin: what all who look at hazards may share. Times are ISO instants. */
export interface OpenHazard {
  id: string;
  category: HazardCategory;
  level: HazardLevel;
  status: HazardStatus;
  longitude: number;
  latitude: number;
  unitId: string | null;
  assigneeId: string | null;
  departmentId: string | null;
  clockStartsAt: string;
  dueAt: string | null;
  returnCount: number;
}

/** The open hazards of a community at one revision, with what is made of them. */
export interface HazardsInMemory {
  rows: OpenHazard[];
  /** What is derived is kept with the rows, and goes when they go. */
  kept: Map<string, unknown>;
}

export function readOpenHazards(owner: Database, communityId: string): Promise<HazardsInMemory> {
  const settings = { "getu.reads": communityId };
  return asRole({ db: owner, role: "getu_reader", settings, mode: "read" }, async (db) => {
    const { id, category, level, status, unitId, assigneeId, departmentId } = hazards;
    const { clockStartsAt, dueAt, returnCount } = hazards;
    const rows = await db
      .select({
        ...{ id, category, level, status, unitId, assigneeId, departmentId },
        ...{ clockStartsAt, dueAt, returnCount },
        longitude: sql<number>`ST_X(${hazards.location})`,
        latitude: sql<number>`ST_Y(${hazards.location})`,
      })
      .from(hazards)
      .where(and(eq(hazards.communityId, communityId), inArray(hazards.status, [...OPEN_STATUSES])))
      .orderBy(hazards.id);
    const pins = rows.map((row) => ({
      ...row,
      clockStartsAt: row.clockStartsAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
    }));
    return { rows: pins, kept: new Map() };
  });
}
