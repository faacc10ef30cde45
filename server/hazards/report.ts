import { type HazardDetail, HazardReport } from "#data/model/answers/hazards.ts";
import { type Ctx, look, transact, type Tx } from "../context.ts";
import { preparePhotos } from "../photos/prepare.ts";
import { namePhotos, parse, type SentBody } from "../photos/sent.ts";
import { isTrustedReporter, storeHazard } from "../reporting/store.ts";
import { type HazardGround, readDetail } from "./detail.ts";
import { openGround } from "./ground.ts";
import { isHazard, selectHazards } from "./rows.ts";

const Fields = HazardReport.omit({ photos: true });

/**
 * Takes a report with its pictures. Sent again it is there once: what was stored is answered.
 * @throws Problem not-your-duty, invalid, missing-evidence, id-taken, and those of pictures
 */
export async function reportHazard(
  ctx: Ctx,
  slug: string,
  sent: SentBody,
): Promise<{ hazard: HazardDetail; isNew: boolean }> {
  const report = parse(Fields, sent.fields, "body");
  const ground = await openGround(ctx, slug, "report-hazard");
  const known = await look(ctx, (ctx) => findDetail(ctx, ground, report.id));
  if (known) return { hazard: known, isNew: false };
  const named = namePhotos(sent.photos, report.id, () => "before");
  const photos = await preparePhotos(named);
  const { resident } = ground;
  const isTrusted = await isTrustedReporter(ctx, slug);
  return transact(ctx, async (ctx) => {
    const isNew = await storeHazard(ctx, { resident, isTrusted }, report, photos);
    return { hazard: await readDetail(ctx, ground, report.id), isNew };
  });
}

async function findDetail(ctx: Tx, ground: HazardGround, id: string) {
  const [row] = await selectHazards(ctx, isHazard(ground.resident.bundle.community.id, id));
  return row && readDetail(ctx, ground, id);
}
