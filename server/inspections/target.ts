import { and, eq, sql } from "drizzle-orm";
import type { ChecklistLine } from "#data/model/inspections/kinds.ts";
import type { NewInspection } from "#data/model/answers/inspections.ts";
import { findTarget } from "#data/model/inspections/targets.ts";
import { rounds, roundTargets } from "#data/schema/index.ts";
import type { OpenCommunity } from "../access/openCommunity.ts";
import { isTold } from "../access/toldTargets.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { spotAt } from "../resident/spots.ts";
import { targetGroundOf } from "../resident/targetGround.ts";
import type { VisitedThing } from "../resident/targets.ts";
import { readChecklists } from "./checklists.ts";

/** What was visited, and by which lines. */
export interface Visit {
  thing: VisitedThing;
  lines: readonly ChecklistLine[];
  /** Of the round; null outside of all. */
  roundName: string | null;
}

/** @throws Problem no-such-thing, also for a home that the actor may not know of */
export async function visitOf(
  ctx: Tx,
  open: OpenCommunity,
  inspection: NewInspection,
): Promise<Visit> {
  const { resident } = open;
  const { roundId, targetId } = inspection;
  if (roundId !== null && targetId !== null) return ofRound(ctx, open, { roundId, targetId });
  const thing = ownThing(resident, inspection);
  const { lists } = await readChecklists(ctx, resident.bundle.community.id);
  const { checklistId } = inspection;
  const list =
    checklistId === null
      ? (lists.find((list) => list.for.includes(thing.type)) ?? lists[0])
      : lists.find(({ id }) => id === checklistId);
  if (!list) throw problems.noSuchThing("checklist", checklistId ?? "");
  return { thing, lines: list.lines, roundName: null };
}

interface OfRound {
  roundId: string;
  targetId: string;
}

async function ofRound(ctx: Tx, open: OpenCommunity, of: OfRound): Promise<Visit> {
  const communityId = open.resident.bundle.community.id;
  const { checklist: lines, name: roundName } = rounds;
  const [round] = await ctx.db
    .select({ lines, roundName })
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, of.roundId)));
  if (!round) throw problems.noSuchThing("round", of.roundId);
  const thing = (await readTarget(ctx, communityId, of)) ?? leftOut(open.resident, of);
  if (!thing || !isTold(open, thing)) throw problems.noSuchThing("target", of.targetId);
  return { thing, ...round };
}

async function readTarget({ db }: Tx, communityId: string, { roundId, targetId }: OfRound) {
  const { type, placeId, buildingId, dwellingId, name, unitId } = roundTargets;
  const [row] = await db
    .select({
      ...{ type, placeId, buildingId, dwellingId, name, unitId },
      longitude: sql<number>`ST_X(${roundTargets.location})`,
      latitude: sql<number>`ST_Y(${roundTargets.location})`,
    })
    .from(roundTargets)
    .where(
      and(
        eq(roundTargets.communityId, communityId),
        eq(roundTargets.roundId, roundId),
        eq(roundTargets.id, targetId),
      ),
    );
  return row;
}

/** What was taken out of its round before the phone that visited it had a network. */
function leftOut(resident: Resident, { roundId, targetId }: OfRound): VisitedThing | undefined {
  const target = findTarget(roundId, targetId, targetGroundOf(resident));
  if (!target) return undefined;
  const [longitude = 0, latitude = 0] = target.location.coordinates;
  return { ...target, longitude, latitude };
}

/** Something visited outside of all rounds. */
function ownThing(resident: Resident, inspection: NewInspection): VisitedThing {
  const { bundle } = resident;
  const { buildingId, location, placeId } = inspection;
  if (placeId !== null) {
    const place = bundle.places.find(({ id }) => id === placeId);
    if (!place) throw problems.noSuchThing("place", placeId);
    const [longitude = 0, latitude = 0] = place.location.coordinates;
    const [unit] = place.buildingId ? resident.unitsOfBuilding(place.buildingId) : [];
    const unitId = unit?.id ?? spotAt(resident, [longitude, latitude]).unitId;
    const { buildingId } = place;
    return { type: "place", placeId, buildingId, dwellingId: null, unitId, longitude, latitude };
  }
  if (buildingId !== null) {
    const [unit] = resident.unitsOfBuilding(buildingId);
    if (!unit) throw problems.noSuchThing("building", buildingId);
    const [longitude, latitude] = resident.pointOf(buildingId);
    const where = { unitId: unit.id, longitude, latitude };
    return { type: "building", placeId: null, buildingId, dwellingId: null, ...where };
  }
  const [longitude, latitude] = location?.coordinates ?? [0, 0];
  const { unitId } = spotAt(resident, [longitude, latitude]);
  const nothing = { placeId: null, buildingId: null, dwellingId: null };
  return { type: "point", ...nothing, unitId, longitude, latitude };
}
