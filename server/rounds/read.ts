import { eq, isNull } from "drizzle-orm";
import type { RoundDetail, RoundSummary, RoundTargets } from "#data/model/answers/rounds.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { rounds } from "#data/schema/index.ts";
import { type OpenCommunity, openCommunity } from "../access/openCommunity.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { problems } from "../problem.ts";
import { readRounds, readTargets, type RoundRow } from "./rows.ts";
import { detailOf, summaryOf, targetOf } from "./summary.ts";
import { toldTargets } from "./told.ts";

/** All rounds, newest first; with `isOpen` only those that nobody ended. @throws Problem not-your-duty */
export async function listRounds(
  ctx: Ctx,
  slug: string,
  { isOpen = false }: { isOpen?: boolean } = {},
): Promise<RoundSummary[]> {
  const open = await openCommunity(ctx, slug, "see-hazards");
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  return look(ctx, async (ctx) => {
    const rows = await readRounds(ctx, communityId, isOpen ? isNull(rounds.endedAt) : undefined);
    const ids = rows.map(({ id }) => id);
    const targets = groupBy(await readTargets(ctx, open, ids), ({ roundId }) => roundId);
    return rows.map((row) => summaryOf(resident, row, targets.get(row.id) ?? []));
  });
}

/** @throws Problem not-your-duty, no-such-thing */
export async function getRound(ctx: Ctx, slug: string, id: string): Promise<RoundDetail> {
  const open = await openCommunity(ctx, slug, "see-hazards");
  return look(ctx, (ctx) => readDetail(ctx, open, id));
}

/** The same within a transaction. @throws Problem no-such-thing */
export async function readDetail(ctx: Tx, open: OpenCommunity, id: string): Promise<RoundDetail> {
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  const row = await requireRound(ctx, communityId, id);
  return detailOf(resident, row, await readTargets(ctx, open, [id]));
}

/** @throws Problem no-such-thing */
export async function requireRound(ctx: Tx, communityId: string, id: string): Promise<RoundRow> {
  const [row] = await readRounds(ctx, communityId, eq(rounds.id, id));
  if (!row) throw problems.noSuchThing("round", id);
  return row;
}

/** What a round has to visit, as far as the reader may see it. @throws Problem no-such-thing */
export async function listTargets(ctx: Ctx, slug: string, id: string): Promise<RoundTargets> {
  const open = await openCommunity(ctx, slug, "see-hazards");
  const { resident } = open;
  const communityId = resident.bundle.community.id;
  return look(ctx, async (ctx) => {
    const round = await requireRound(ctx, communityId, id);
    const rows = await readTargets(ctx, open, [id]);
    return toldTargets(
      resident,
      rows.map((row) => targetOf(resident, round, row)),
    );
  });
}
