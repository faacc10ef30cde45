import { and, eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { HazardFiguresAnswer } from "#data/model/answers/hazardFigures.ts";
import { clockOf } from "#data/model/hazards/clock.ts";
import { type CountedHazard, hazardFigures } from "#data/model/hazards/figures.ts";
import { hazards } from "#data/schema/index.ts";
import { openCommunity } from "../../access/openCommunity.ts";
import { type Ctx, look, type Tx } from "../../context.ts";
import { problems } from "../../problem.ts";
import { named } from "../../resident/names.ts";
import type { Resident } from "../../resident/resident.ts";
import { unitToday } from "../../resident/spots.ts";
import { instantOf } from "../filter.ts";

/** Twelve weeks, where nobody says from when. */
const USUAL_DAYS = 84;
/** Ten years. */
const MOST_DAYS = 3660;

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * How hazards came and went between two days, as far as the actor sees hazards.
 * @throws Problem invalid where the days are not in their order, or too far apart
 */
export async function getHazardFigures(
  ctx: Ctx,
  slug: string,
  asked: Asked,
): Promise<HazardFiguresAnswer> {
  const { resident } = await openCommunity(ctx, slug);
  const { timeZone } = resident.bundle.community.settings;
  const to = asked.to ?? resident.today;
  const usual = Temporal.PlainDate.from(to).subtract({ days: USUAL_DAYS - 1 });
  const from = asked.from ?? usual.toString();
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
  if (days < 0 || days > MOST_DAYS) {
    const message = `a day up to ${MOST_DAYS} days before ${to}`;
    throw problems.invalid("query", [{ path: "from", message }]);
  }
  const counted = await look(ctx, (ctx) => readCounted(ctx, resident, from));
  const { byCategory, byGrid, ...figures } = hazardFigures(counted, { from, to, timeZone });
  return {
    ...{ from, to, ...figures },
    byCategory: byCategory.map(({ key, ...closing }) => ({ category: key, ...closing })),
    byGrid: byGrid.map(({ key, ...closing }) => ({
      grid: named(resident.grids, key ?? undefined) ?? null,
      ...closing,
    })),
  };
}

/** Those that are open, and those that were closed or came in on the day or later. */
async function readCounted({ db }: Tx, resident: Resident, from: string): Promise<CountedHazard[]> {
  const { id: communityId, settings } = resident.bundle.community;
  const start = instantOf(from, settings.timeZone, "first").toISOString();
  const { category, level, status, unitId, reportedAt, closedAt, clockStartsAt, dueAt } = hazards;
  const rows = await db
    .select({
      ...{ category, level, status, unitId, reportedAt, closedAt, clockStartsAt, dueAt },
      longitude: sql<number>`ST_X(${hazards.location})`,
      latitude: sql<number>`ST_Y(${hazards.location})`,
    })
    .from(hazards)
    .where(
      and(
        eq(hazards.communityId, communityId),
        sql`(${closedAt} IS NULL OR ${closedAt} >= ${start} OR ${reportedAt} >= ${start})`,
      ),
    );
  const now = Date.now();
  return rows.map(({ unitId, longitude, latitude, ...row }) => {
    const unit = unitToday(resident, { unitId, position: [longitude, latitude] });
    const clock = {
      status: row.status,
      clockStartsAt: row.clockStartsAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
    };
    return {
      ...{ category: row.category, level: row.level, status: row.status },
      reportedAt: row.reportedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      gridId: (unit === null ? undefined : resident.gridOfUnit(unit)) ?? null,
      isOverdue: clockOf(clock, now).state === "overdue",
    };
  });
}
