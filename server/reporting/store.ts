import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { HazardReport } from "#data/model/answers/hazards.ts";
import { isOpen } from "#data/model/hazards/kinds.ts";
import { stateAfter } from "#data/model/hazards/pastState.ts";
import { TRUSTED_REPORTERS } from "#data/model/permissions.ts";
import { hazards } from "#data/schema/index.ts";
import type { Ctx, Tx } from "../context.ts";
import type { PreparedPhoto } from "../photos/prepare.ts";
import { storePhotos } from "../photos/store.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { spotAt } from "../resident/spots.ts";
import { deadlineOf, readDeadlines } from "./deadlines.ts";
import { columnsOf } from "./state.ts";
import { actorOf, addStep, type NewStep, NOTHING_BROUGHT } from "./steps.ts";

/** A report, and where it came from. */
export interface ReportedHazard extends Omit<HazardReport, "photos"> {
  /** The inspection that found it, and the line that failed. */
  inspectionId?: string | null;
  lineId?: string | null;
}

/** Where a report is stored, and by whom. Found out before the transaction. */
export interface Reporting {
  resident: Resident;
  /** Their report needs nobody to go and look first. */
  isTrusted: boolean;
}

/** By the database's own word. */
export async function isTrustedReporter(ctx: Ctx, slug: string): Promise<boolean> {
  const { memberships } = await ctx.actors.rightsOf(ctx.actor);
  const duties = memberships.get(slug)?.duties ?? [];
  return duties.some(({ role }) => TRUSTED_REPORTERS.includes(role));
}

/**
 * Stores one hazard with the first step of its history and its pictures. Whoever is trusted need not
 * be checked: theirs starts confirmed. One that is the same as another is kept as merged into it, or,
 * if that one is closed by now, as a hazard of its own: no report is lost.
 * @returns false where it is there already
 * @throws Problem missing-evidence, id-taken
 */
export async function storeHazard(
  ctx: Tx,
  reporting: Reporting,
  report: ReportedHazard,
  photos: readonly PreparedPhoto[],
): Promise<boolean> {
  const { resident } = reporting;
  const communityId = resident.bundle.community.id;
  const { id: hazardId } = report;
  if (await isThere(ctx, communityId, hazardId)) return false;
  if (report.level === "major" && !report.majorRule) throw problems.missingEvidence(["rule"]);
  const steps = await firstSteps(ctx, reporting, report);
  const [first, second] = steps;
  const begun = stateAfter(undefined, first);
  const state = second ? stateAfter(begun, second) : begun;
  const { actorId, actorName } = actorOf(ctx);
  const { category, level, note, majorRule, location, floor } = report;
  const [made] = await ctx.db
    .insert(hazards)
    .values({
      ...{ communityId, id: hazardId, category, level, note, majorRule, location, floor },
      ...whereabouts(resident, report),
      ...{ inspectionId: report.inspectionId ?? null, lineId: report.lineId ?? null },
      ...{ reportedAt: new Date(first.at), reportedById: actorId, reportedByName: actorName },
      ...columnsOf(state),
    })
    .onConflictDoNothing()
    .returning({ id: hazards.id });
  if (!made) return false;
  for (const step of steps) if (step) await addStep(ctx, communityId, step);
  const { inspectionId, lineId } = report;
  const found = inspectionId && lineId ? { inspectionId, lineId } : {};
  await storePhotos(ctx, communityId, { hazardId, stepId: first.id, ...found }, photos);
  return true;
}

async function isThere({ db }: Tx, communityId: string, id: string): Promise<boolean> {
  const [row] = await db
    .select({ id: hazards.id })
    .from(hazards)
    .where(and(eq(hazards.communityId, communityId), eq(hazards.id, id)));
  return row !== undefined;
}

/** Buildings and places come and go while a report waits in a phone: what is gone is not named. */
function whereabouts(
  resident: Resident,
  { location, buildingId, placeId }: Pick<HazardReport, "location" | "buildingId" | "placeId">,
) {
  const { buildings, places } = resident.bundle;
  const spot = spotAt(resident, location.coordinates);
  const isGone = buildingId && !buildings.some(({ id }) => id === buildingId);
  return {
    unitId: spot.unitId,
    buildingId: buildingId === undefined || isGone ? spot.buildingId : buildingId,
    placeId: places.some(({ id }) => id === placeId) ? placeId : null,
  };
}

async function firstSteps(
  ctx: Tx,
  { resident, isTrusted }: Reporting,
  report: ReportedHazard,
): Promise<[NewStep, NewStep?]> {
  const communityId = resident.bundle.community.id;
  const now = new Date();
  const sameAs = report.sameAsId && (await openRootOf(ctx, communityId, report.sameAsId));
  const dueAt = deadlineOf(await readDeadlines(ctx, communityId), report, now).toISOString();
  const isConfirmed = !sameAs && isTrusted;
  const shared = {
    ...{ ...NOTHING_BROUGHT, ...actorOf(ctx), hazardId: report.id, at: now.toISOString(), dueAt },
    doneAt: report.doneAt,
  };
  const first: NewStep = {
    ...{ ...shared, id: uuidv7(), step: "report", fromStatus: null, note: report.note },
    toStatus: isConfirmed ? "confirmed" : "reported",
  };
  if (!sameAs) return [first];
  const merge = { step: "merge", fromStatus: "reported", toStatus: "merged" } as const;
  return [first, { ...shared, id: uuidv7(), ...merge, otherHazardId: sameAs }];
}

/** Where a chain of merged hazards leads; null where that is closed, or nowhere. */
async function openRootOf({ db }: Tx, communityId: string, id: string): Promise<string | null> {
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next);) {
    seen.add(next);
    const [row]: { status: Parameters<typeof isOpen>[0]; mergedIntoId: string | null }[] = await db
      .select({ status: hazards.status, mergedIntoId: hazards.mergedIntoId })
      .from(hazards)
      .where(and(eq(hazards.communityId, communityId), eq(hazards.id, next)));
    if (!row) return null;
    if (isOpen(row.status)) return next;
    next = row.mergedIntoId;
  }
  return null;
}
