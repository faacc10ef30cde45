import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { groupBy } from "#data/model/groupBy.ts";
import { hazardSteps, photos } from "#data/schema/index.ts";
import { openCommunity } from "../../access/openCommunity.ts";
import { requireSignedIn } from "../../access/requireDuty.ts";
import { type Ctx, transact, type Tx, writeAudit } from "../../context.ts";
import type { SheetLocale } from "../../reporting/words.ts";
import { type HazardFilter, momentOf } from "../filter.ts";
import { readHazards } from "../list.ts";
import type { Ledger } from "./files.ts";
import { type LedgerEvidence, ledgerLine, momentText } from "./lines.ts";
import { LEDGER_WORDS } from "./words.ts";

/** As many as a spreadsheet is read with; it says that there are more. */
const MOST_LINES = 10_000;

export interface LedgerOptions {
  filter: HazardFilter;
  locale: SheetLocale;
  /** Where people reach the server: pictures are found there. */
  origin: string;
}

/**
 * 隐患台账: the hazards of a list, with what a street office asks of each. That it was made is written
 * down: names of people are in it.
 * @returns with the file's name, without its ending
 */
export async function makeLedger(
  ctx: Ctx,
  slug: string,
  { filter, locale, origin }: LedgerOptions,
): Promise<Ledger & { name: string }> {
  const { resident } = await openCommunity(ctx, slug);
  const { name: maker } = requireSignedIn(ctx);
  const { id: communityId, name: community, settings } = resident.bundle.community;
  const { timeZone } = settings;
  const { found, evidence } = await transact(ctx, async (ctx) => {
    const found = await readHazards(ctx, resident, filter);
    const past = momentOf(filter, timeZone);
    const evidence = await readEvidence(ctx, { communityId, slug, origin, past });
    await writeAudit(ctx, {
      ...{
        communityId,
        action: "hazards.export",
        subjectType: "community",
        subjectId: communityId,
      },
      to: { ...filter, count: Math.min(found.length, MOST_LINES) },
    });
    return { found, evidence };
  });
  const words = LEDGER_WORDS[locale];
  const shown = found.slice(0, MOST_LINES);
  const madeAt = momentText(new Date(), timeZone);
  return {
    heads: [
      words.madeBy({ community, maker, madeAt }),
      ...(found.length > shown.length ? [words.cut(shown.length)] : []),
    ],
    lines: shown.map((hazard, index) =>
      ledgerLine(hazard, index + 1, evidence, { locale, timeZone }),
    ),
    locale,
    name: `${slug}-hazards-${resident.today}`,
  };
}

interface EvidenceOf {
  communityId: string;
  slug: string;
  origin: string;
  /** As it was then; undefined: as it is. */
  past: Date | undefined;
}

async function readEvidence({ db }: Tx, of: EvidenceOf): Promise<LedgerEvidence> {
  const { communityId, slug, origin, past } = of;
  const { hazardId, step, at, actorName } = hazardSteps;
  const checks = await db
    .select({ hazardId, step, at, by: actorName })
    .from(hazardSteps)
    .where(
      and(
        eq(hazardSteps.communityId, communityId),
        inArray(step, ["pass", "return", "reopen"]),
        past && lte(at, past),
      ),
    )
    .orderBy(hazardId, asc(hazardSteps.ordinal));
  const verified: LedgerEvidence["verified"] = new Map();
  for (const { hazardId, step, at, by } of checks) {
    if (step === "pass") verified.set(hazardId, { at, by });
    else verified.delete(hazardId);
  }
  const pictures = await db
    .select({ id: photos.id, hazardId: photos.hazardId })
    .from(photos)
    .where(and(eq(photos.communityId, communityId), past && lte(photos.addedAt, past)))
    .orderBy(asc(photos.addedAt), asc(photos.id));
  const addresses = [...groupBy(pictures, (picture) => picture.hazardId ?? "")].map(
    ([hazardId, ofHazard]) =>
      [
        hazardId,
        ofHazard.map(({ id }) => `${origin}/api/communities/${slug}/photos/${id}`),
      ] as const,
  );
  return { verified, photos: new Map(addresses) };
}
