import type { AuditFilter } from "./filter.ts";
import { conditionOf } from "./filter.ts";
import { openCommunity } from "../access/openCommunity.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, transact, writeAudit } from "../context.ts";
import { readRows, rowOf } from "./list.ts";
import { namesIn } from "./names.ts";
import { readPlanNames } from "./planNames.ts";
import { type SheetLanguage, writeSheet } from "./sheet.ts";

/** More than anybody reads; the newest are in the file, and it says that there are more. */
const MOST_ROWS = 10_000;

export interface AuditFile {
  bytes: Buffer;
  /** Without its ending. */
  name: string;
}

/**
 * The filtered audit as a spreadsheet that says who made it and when; that it was made is itself
 * written down.
 * @throws Problem not-your-duty, no-such-thing
 */
export async function exportAudit(
  ctx: Ctx,
  slug: string,
  { language, ...filter }: AuditFilter & { language: SheetLanguage },
): Promise<AuditFile> {
  const open = await openCommunity(ctx, slug, "read-audit");
  const { name: maker } = requireSignedIn(ctx);
  const { resident } = open;
  const { id: communityId, name: community, settings } = resident.bundle.community;
  const condition = conditionOf(filter, resident);
  const { stored, plans } = await transact(ctx, async (ctx) => {
    const rows = await readRows(ctx, [communityId], condition, { limit: MOST_ROWS + 1 });
    await writeAudit(ctx, {
      ...{ communityId, action: "audit.export", subjectType: "community", subjectId: communityId },
      to: { ...filter, count: Math.min(rows.length, MOST_ROWS) },
    });
    return { stored: rows, plans: await readPlanNames(ctx, [communityId]) };
  });
  const rows = stored.slice(0, MOST_ROWS).map((row) => rowOf(open, row, plans));
  const names = namesIn(
    resident,
    rows.flatMap(({ from, to }) => [from, to]),
    plans,
  );
  const bytes = await writeSheet({
    ...{ rows, names, community, maker, language },
    timeZone: settings.timeZone,
    isCut: stored.length > MOST_ROWS,
  });
  return { bytes, name: `${slug}-audit-${resident.today}` };
}
