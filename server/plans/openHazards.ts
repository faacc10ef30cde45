import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { HandOver } from "#data/model/answers/handOvers.ts";
import { OPEN_STATUSES } from "#data/model/hazards/kinds.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import { hazards } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { thingsAt } from "./unitThings.ts";

type OpenHazard = HandOver["transfers"][number]["openHazards"][number];

/** What is still to be done at a unit of the finest division of two plans. */
export type OpenHazardsAt = (unit: PlanningUnit) => OpenHazard[];

/** By deadline, as far as the actor sees hazards. */
export async function readOpenHazards({ db }: Tx, resident: Resident): Promise<OpenHazardsAt> {
  const { id, category, note, dueAt, unitId } = hazards;
  const rows = await db
    .select({
      ...{ id, category, note, dueAt, unitId },
      longitude: sql<number>`ST_X(${hazards.location})`,
      latitude: sql<number>`ST_Y(${hazards.location})`,
    })
    .from(hazards)
    .where(
      and(
        eq(hazards.communityId, resident.bundle.community.id),
        inArray(hazards.status, [...OPEN_STATUSES]),
      ),
    )
    .orderBy(asc(dueAt), asc(id));
  const at = thingsAt(
    resident,
    rows.map(({ unitId, longitude, latitude, ...row }) => ({
      ...{ unitId, position: [longitude, latitude] as [number, number] },
      hazard: openHazard(row),
    })),
  );
  return (unit) => at(unit).map(({ hazard }) => hazard);
}

function openHazard({
  id,
  category,
  note,
  dueAt,
}: Pick<typeof hazards.$inferSelect, "id" | "category" | "note" | "dueAt">): OpenHazard {
  return { id, category, name: note.split("\n")[0]!.trim(), dueAt: dueAt?.toISOString() ?? null };
}
