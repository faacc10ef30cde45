import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import type { AuditChoices, AuditPage, AuditRow } from "#data/model/answers/audit.ts";
import { audit } from "#data/schema/index.ts";
import { type OpenCommunity, openCommunity } from "../access/openCommunity.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import { type Ctx, look, type Tx } from "../context.ts";
import { type AuditFilter, conditionOf } from "./filter.ts";
import { findSubject, namesIn } from "./names.ts";
import { hidePersonal } from "./hide.ts";
import { readPlanNames } from "./planNames.ts";

type StoredRow = typeof audit.$inferSelect;

export interface Paging {
  /** The last row that was read. */
  before?: string | undefined;
  limit: number;
}

/** What was done in a community. @throws Problem not-your-duty, no-such-thing */
export async function listAudit(
  ctx: Ctx,
  slug: string,
  { before, limit, ...filter }: AuditFilter & Paging,
): Promise<AuditPage> {
  const open = await openCommunity(ctx, slug, "read-audit");
  const { id } = open.resident.bundle.community;
  const condition = conditionOf(filter, open.resident);
  const more = { before, limit: limit + 1 };
  const read = await look(ctx, async (ctx) => ({
    stored: await readRows(ctx, [id], condition, more),
    plans: await readPlanNames(ctx, [id]),
  }));
  return pageOf(read, limit, () => open);
}

/** What the actor did, in the communities they have a duty in. @throws Problem not-signed-in */
export async function listOwnAudit(ctx: Ctx, paging: Paging): Promise<AuditPage> {
  const { userId, rights } = requireSignedIn(ctx);
  const slugs = new Map(
    [...rights.memberships.values()].map(({ communityId, slug }) => [communityId, slug]),
  );
  const ids = [...slugs.keys()];
  const isOwn = eq(audit.actorId, userId);
  const more = { ...paging, limit: paging.limit + 1 };
  const read = await look(ctx, async (ctx) => ({
    stored: await readRows(ctx, ids, isOwn, more),
    plans: await readPlanNames(ctx, ids),
  }));
  const opened = new Map<string, OpenCommunity>();
  for (const id of new Set(read.stored.map(({ communityId }) => communityId))) {
    opened.set(id, await openCommunity(ctx, slugs.get(id) ?? ""));
  }
  return pageOf(read, paging.limit, ({ communityId }) => opened.get(communityId)!);
}

/** Who is in the audit, and with what. @throws Problem not-your-duty */
export async function listChoices(ctx: Ctx, slug: string): Promise<AuditChoices> {
  const { resident } = await openCommunity(ctx, slug, "read-audit");
  const isHere = eq(audit.communityId, resident.bundle.community.id);
  return look(ctx, async ({ db }) => {
    const { actorId, actorName, action } = audit;
    // By the latest name, where an account was renamed.
    const actors = await db
      .selectDistinctOn([actorId], { id: actorId, name: actorName })
      .from(audit)
      .where(and(isHere, sql`${actorId} IS NOT NULL`))
      .orderBy(actorId, desc(audit.at));
    const actions = await db.selectDistinct({ action }).from(audit).where(isHere).orderBy(action);
    return {
      actors: actors.flatMap(({ id, name }) => (id ? [{ id, name: name ?? "" }] : [])),
      actions: actions.map(({ action }) => action),
    };
  });
}

/** Newest first. Two rows of one moment are told apart by their id, so that no page skips one. */
export function readRows(
  { db }: Tx,
  communityIds: readonly string[],
  condition: SQL | undefined,
  { before, limit }: Paging,
): Promise<StoredRow[]> {
  const isIn = (column: AnyPgColumn) => inArray(column, [...communityIds]);
  const last = alias(audit, "last");
  const lastAt = db
    .select({ at: last.at })
    .from(last)
    .where(and(isIn(last.communityId), eq(last.id, before ?? "")));
  const isOlder = before
    ? sql`(${audit.at}, ${audit.id}) < ((${lastAt}), ${before}::uuid)`
    : undefined;
  return db
    .select()
    .from(audit)
    .where(and(isIn(audit.communityId), condition, isOlder))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);
}

/** @param stored one row more than the page has, where there are more */
function pageOf(
  { stored, plans }: { stored: readonly StoredRow[]; plans: ReadonlyMap<string, string> },
  limit: number,
  openOf: (row: StoredRow) => OpenCommunity,
): AuditPage {
  const page = stored.slice(0, limit);
  const names: Record<string, string> = {};
  const rows = page.map((row) => {
    const open = openOf(row);
    const told = rowOf(open, row, plans);
    Object.assign(names, namesIn(open.resident, [told.from, told.to], plans));
    return told;
  });
  const hasMore = stored.length > limit;
  return { rows, names, before: hasMore ? (page.at(-1)?.id ?? null) : null };
}

/** @param plans names of plans, by id */
export function rowOf(
  open: OpenCommunity,
  row: StoredRow,
  plans: ReadonlyMap<string, string>,
): AuditRow {
  const subject = findSubject(open.resident, row.subjectId);
  const { id, at, actorId, actorName, action, subjectType, subjectId, reason } = row;
  return {
    ...{ id, action, subjectType, subjectId, reason },
    community: open.resident.bundle.community.slug,
    at: at.toISOString(),
    actor: actorId ? { id: actorId, name: actorName ?? "" } : null,
    subjectName: subject?.name || (plans.get(subjectId) ?? null),
    thing: subject?.thing ?? null,
    from: hidePersonal(open, row, row.from),
    to: hidePersonal(open, row, row.to),
  };
}
