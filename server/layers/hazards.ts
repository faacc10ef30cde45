import type { Bbox } from "#data/model/geometry/bbox.ts";
import { clockOf } from "#data/model/hazards/clock.ts";
import { isRunning } from "#data/model/hazards/kinds.ts";
import { mayHere } from "../access/openCommunity.ts";
import type { OpenCommunity } from "../access/openCommunity.ts";
import { readOwnPeople } from "../access/ownPeople.ts";
import { type Ctx, look } from "../context.ts";
import type { OpenHazard } from "../resident/openHazards.ts";
import type { Resident } from "../resident/resident.ts";
import { unitToday } from "../resident/spots.ts";
import { LayerText } from "./encode.ts";
import type { EncodedAnswer } from "../resident/encoded.ts";
import { feature, type LayerFeature } from "./features/feature.ts";

/** What is right until a moment: then the first of the hazards is late. */
interface Kept {
  resident: Resident;
  untilMs: number;
  text: LayerText;
  encoded: EncodedAnswer;
}

/**
 * The open hazards as pins. Most roles see all of a community's; for a department, whose word here is
 * the database's, there are those that were escalated to it (DESIGN §6).
 */
export async function readHazardLayer(
  ctx: Ctx,
  { resident }: OpenCommunity,
  { bbox }: { bbox?: Bbox },
): Promise<EncodedAnswer> {
  const { id: communityId, slug } = resident.bundle.community;
  const { rows, kept } = await ctx.openHazards.of(ctx.database.db, communityId);
  const departments = (await mayHere(ctx, slug, "see-hazards"))
    ? null
    : (await look(ctx, (ctx) => readOwnPeople(ctx, communityId))).ids;
  const key = departments === null ? "all" : departments.join(",");
  const now = Date.now();
  let layer = kept.get(key) as Kept | undefined;
  if (!layer || layer.resident !== resident || layer.untilMs <= now) {
    const seen = departments === null ? rows : rows.filter(isEscalatedTo(departments));
    const text = new LayerText(seen.map((row) => pin(resident, row, now)));
    layer = { resident, untilMs: firstToBeLate(seen, now), text, encoded: text.encode() };
    kept.set(key, layer);
  }
  return bbox ? layer.text.encode(bbox) : layer.encoded;
}

function isEscalatedTo(personIds: readonly string[]) {
  return ({ departmentId }: OpenHazard) =>
    departmentId !== null && personIds.includes(departmentId);
}

function firstToBeLate(rows: readonly OpenHazard[], now: number): number {
  let first = Infinity;
  for (const { dueAt, status } of rows) {
    const due = dueAt === null || !isRunning(status) ? Infinity : Date.parse(dueAt) + 1;
    if (due > now && due < first) first = due;
  }
  return first;
}

function pin(resident: Resident, hazard: OpenHazard, now: number): LayerFeature {
  const { id, category, level, status, longitude, latitude, returnCount } = hazard;
  const { clockStartsAt, dueAt } = hazard;
  const coordinates = [longitude, latitude];
  const unitId = unitToday(resident, { unitId: hazard.unitId, position: coordinates });
  return feature(
    id,
    { type: "Point", coordinates },
    {
      ...{ category, level, status, clockStartsAt, dueAt, returnCount },
      isOverdue: clockOf(hazard, now).state === "overdue",
      gridId: (unitId && resident.gridOfUnit(unitId)) ?? null,
      microGridId: (unitId && resident.microGridOf.get(unitId)) ?? null,
      // Whose ground it is on: the building that its work counts to, as in a plan.
      buildingId: unitId && buildingOf(resident, unitId),
    },
  );
}

function buildingOf(resident: Resident, unitId: string): string | null {
  const buildings = resident.keep(
    "building of each unit",
    () => new Map(resident.units.map(({ id, buildingId }) => [id, buildingId])),
  );
  return buildings.get(unitId) ?? null;
}
