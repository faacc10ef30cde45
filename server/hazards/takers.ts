import { and, eq, inArray } from "drizzle-orm";
import type { HazardTaker } from "#data/model/answers/hazards.ts";
import { isCurrent, type Role } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { mayRole } from "#data/model/permissions.ts";
import { holderOf } from "#data/model/hazards/moves.ts";
import { hazards } from "#data/schema/index.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look } from "../context.ts";
import type { Resident } from "../resident/resident.ts";

type Taker = Omit<HazardTaker, "openHazards">;

const byName = new Intl.Collator("zh-CN", { numeric: true });

/** Who may be given a hazard: whoever works here today, and whoever stands for a department. */
export async function listTakers(ctx: Ctx, slug: string): Promise<HazardTaker[]> {
  const { resident } = await openCommunity(ctx, slug, "handle-hazards");
  const counts = await countHeld(ctx, resident.bundle.community.id);
  return [...takersIn(resident).values()]
    .map((taker) => ({ ...taker, openHazards: counts.get(taker.id) ?? 0 }))
    .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** By person. */
export function takersIn(resident: Resident): Map<string, Taker> {
  return resident.keepToday("hazard takers", (today) => {
    const { duties, leaves, people } = resident.bundle;
    const away = new Set(leaves.filter((leave) => isCurrent(leave, today)).map((l) => l.dutyId));
    const held = groupBy(
      duties.filter((duty) => isCurrent(duty, today) && takes(duty.role)),
      ({ personId }) => personId,
    );
    const takers = new Map<string, Taker>();
    for (const { id, name } of people) {
      const own = held.get(id);
      if (!own) continue;
      takers.set(id, {
        ...{ id, name },
        duties: own.map(({ role, placeId }) => ({ role, placeName: placeName(resident, placeId) })),
        isDepartment: own.some(({ role }) => role === "department"),
        isAway: own.every((duty) => away.has(duty.id)),
      });
    }
    return takers;
  });
}

/** A leader looks; everybody else who sees hazards can be sent to one. */
function takes(role: Role): boolean {
  return role === "department" || (role !== "leader" && mayRole(role, "see-hazards"));
}

function placeName(resident: Resident, id: string): string | null {
  const { compounds, buildings } = resident.bundle;
  const names = resident.keep("names of duty places", () => {
    const places = [compounds, buildings, resident.microGrids, resident.grids].flat();
    return new Map(places.map((place) => [place.id, place.name]));
  });
  return names.get(id) ?? null;
}

async function countHeld(ctx: Ctx, communityId: string): Promise<Map<string, number>> {
  const { status, assigneeId, departmentId } = hazards;
  const isHeld = inArray(hazards.status, ["assigned", "escalated"]);
  const rows = await look(ctx, ({ db }) =>
    db
      .select({ status, assigneeId, departmentId })
      .from(hazards)
      .where(and(eq(hazards.communityId, communityId), isHeld)),
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    const holder = holderOf(row) ?? "";
    counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  return counts;
}
