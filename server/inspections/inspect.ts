import type { InspectionSummary } from "#data/model/answers/inspections.ts";
import { answerLines, type AnsweredLine } from "#data/model/inspections/answered.ts";
import { inspections } from "#data/schema/index.ts";
import { type OpenCommunity, openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, touch, transact, type Tx, writeAudit } from "../context.ts";
import { type PreparedPhoto, preparePhotos } from "../photos/prepare.ts";
import { storePhotos } from "../photos/store.ts";
import { problems } from "../problem.ts";
import { actorOf } from "../reporting/steps.ts";
import { isTrustedReporter, type Reporting, storeHazard } from "../reporting/store.ts";
import { type FoundHazard, foundHazards } from "./fails.ts";
import { findInspection } from "./read.ts";
import type { SentInspection } from "./sent.ts";
import { type Visit, visitOf } from "./target.ts";

/**
 * Takes one visit with its answers, pictures and the hazards it found, all or nothing. Sent again it
 * is there once. One that comes after its round was ended is kept all the same: it was made before.
 * @throws Problem not-your-duty, no-such-thing, lines-unanswered, missing-evidence, id-taken, and
 * those of pictures
 */
export async function addInspection(
  ctx: Ctx,
  slug: string,
  sent: SentInspection,
): Promise<{ inspection: InspectionSummary; isNew: boolean }> {
  const open = await openCommunity(ctx, slug, "inspect");
  const { resident } = open;
  const { id } = sent.inspection;
  const known = await look(ctx, (ctx) => findInspection(ctx, resident, id));
  if (known) return { inspection: known, isNew: false };
  const photos = await prepare(sent);
  const reporting = { resident, isTrusted: await isTrustedReporter(ctx, slug) };
  return transact(ctx, async (ctx) => {
    const isNew = await store(ctx, { ...reporting, open }, sent, photos);
    const inspection = await findInspection(ctx, resident, id);
    // Row-level security hides somebody else's of a home elsewhere.
    if (!inspection) throw problems.idTaken("inspection", id);
    return { inspection, isNew };
  });
}

/** Pictures by the line they belong to; a line without a fail keeps its own, as does null the visit's. */
type LinePhotos = Map<string | null, PreparedPhoto[]>;

async function prepare({ inspection, photo }: SentInspection): Promise<LinePhotos> {
  const ofLines = [
    ...inspection.photos.map((taken) => ({ taken, lineId: taken.lineId })),
    ...inspection.hazards.flatMap(({ lineId, photos }) =>
      photos.map((taken) => ({ taken, lineId })),
    ),
  ];
  const prepared = await preparePhotos(ofLines.map(({ taken }) => photo(taken)));
  const byLine: LinePhotos = new Map();
  prepared.forEach((picture, index) => {
    const { lineId } = ofLines[index]!;
    byLine.set(lineId, [...(byLine.get(lineId) ?? []), picture]);
  });
  return byLine;
}

/** @returns false where it is there already */
async function store(
  ctx: Tx,
  { open, ...reporting }: Reporting & { open: OpenCommunity },
  { inspection }: SentInspection,
  photos: LinePhotos,
): Promise<boolean> {
  const { resident } = reporting;
  const communityId = resident.bundle.community.id;
  const { id: inspectionId } = inspection;
  const visit = await visitOf(ctx, open, inspection);
  const { answered, missing } = answerLines(visit.lines, inspection.answers, inspection.isAllWell);
  if (missing.length > 0) throw problems.linesUnanswered(missing);
  const found = foundHazards(inspection, visit.thing, answered);
  const isNew = await insert(ctx, communityId, { inspection, visit, answered, found });
  if (!isNew) return false;
  for (const hazard of found) {
    const evidence = photos.get(hazard.lineId) ?? [];
    photos.delete(hazard.lineId);
    await storeHazard(ctx, reporting, { ...hazard, inspectionId }, evidence);
  }
  for (const [lineId, pictures] of photos) {
    const of = { inspectionId, ...(lineId === null ? {} : { lineId }) };
    await storePhotos(ctx, communityId, of, pictures);
  }
  return true;
}

interface Found {
  inspection: SentInspection["inspection"];
  visit: Visit;
  answered: readonly AnsweredLine[];
  found: readonly FoundHazard[];
}

async function insert(
  ctx: Tx,
  communityId: string,
  { inspection, visit: { thing, roundName }, answered, found }: Found,
): Promise<boolean> {
  const { id, roundId, targetId, floors, note } = inspection;
  const { type, placeId, buildingId, dwellingId, unitId, longitude, latitude } = thing;
  const hazardOf = new Map(found.map((hazard) => [hazard.lineId, hazard.id]));
  const now = new Date();
  const doneAt = inspection.doneAt === null ? now : new Date(inspection.doneAt);
  const isAllWell = found.length === 0;
  const [made] = await ctx.db
    .insert(inspections)
    .values({
      ...{ communityId, id, roundId, targetId, type, placeId, buildingId, dwellingId, unitId },
      location: { type: "Point", coordinates: [longitude, latitude] },
      ...{ floors, note, isAllWell, at: now, ...actorOf(ctx) },
      // A phone's clock may be ahead; nothing was done in the time to come.
      doneAt: doneAt < now ? doneAt : now,
      answers: answered.map(({ category: _, ...line }) => ({
        ...line,
        hazardId: hazardOf.get(line.lineId) ?? null,
      })),
    })
    .onConflictDoNothing()
    .returning({ id: inspections.id });
  if (!made) return false;
  touch(ctx, communityId, ["inspections"]);
  await writeAudit(ctx, {
    ...{ communityId, action: "inspection.add", subjectType: "inspection", subjectId: id },
    // Not which home it was: the audit is read by who may not know that somebody lives there alone.
    to: {
      ...(roundName === null ? {} : { round: roundName }),
      ...(placeId === null ? {} : { placeId }),
      ...(buildingId === null || dwellingId !== null ? {} : { buildingId }),
      isAllWell,
    },
  });
  return true;
}
