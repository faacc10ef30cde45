import { and, eq, inArray, sql } from "drizzle-orm";
import { type HazardCategory, type HazardLevel, OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import type { HazardStatus } from "#data/model/hazards/kinds.ts";
import type { Database } from "#data/open.ts";
import { hazards } from "#data/schema/index.ts";
import type { LayerChange } from "../changes.ts";
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

/**
 * The open hazards of the communities that are looked at. They change a hundred times while the rest
 * of a community stays, and so are kept beside it.
 */
export class OpenHazards {
  #entries = new Map<string, Promise<HazardsInMemory>>();

  drop({ communityId, revisions }: LayerChange): void {
    if ("hazards" in revisions) this.#entries.delete(communityId);
  }

  /** Of a community that the actor was found to look into already. */
  of(owner: Database, communityId: string): Promise<HazardsInMemory> {
    const known = this.#entries.get(communityId);
    if (known) return known;
    const reading = read(owner, communityId);
    this.#entries.set(communityId, reading);
    // A failed reading is not kept: the next request tries again.
    reading.catch(
      () => this.#entries.get(communityId) === reading && this.#entries.delete(communityId),
    );
    return reading;
  }
}

function read(owner: Database, communityId: string): Promise<HazardsInMemory> {
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
