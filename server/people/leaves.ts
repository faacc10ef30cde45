import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { LeaveChange, LeaveRow, NewLeave } from "#data/model/answers/people.ts";
import { duties, leaves } from "#data/schema/index.ts";
import { requireDuty } from "../access/requireDuty.ts";
import { type Ctx, touch, touchAccounts, transact, type Tx, writeAudit } from "../context.ts";
import { problems } from "../problem.ts";
import { findLeave, type LeaveTerms, leaveNow, readTerms, requireFree } from "./leaveRows.ts";
import { PEOPLE_LAYERS } from "./layers.ts";
import { requireInOrder, requirePerson } from "./places.ts";
import type { Saved } from "./save.ts";

type Terms = Omit<LeaveTerms, "id">;

/**
 * Writes down that whoever holds a duty is away, and who stands in.
 * @throws Problem no-such-thing, ends-before-start, vacant-post, outside-duty, stand-in-is-holder, leaves-overlap
 */
export async function createLeave(
  ctx: Ctx,
  slug: string,
  { id = uuidv7(), ...terms }: NewLeave,
): Promise<Saved<LeaveRow>> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const known = await findLeave(ctx, communityId, id);
    if (known) return { row: known, isNew: false };
    await requirePossible(ctx, communityId, id, terms);
    await ctx.db.insert(leaves).values({ communityId, id, ...terms });
    await noteDown(ctx, communityId, { id, action: "leave.create", to: terms });
    return { row: await leaveNow(ctx, communityId, id), isNew: true };
  });
}

/** @throws Problem as `createLeave`, and stale-version */
export async function changeLeave(
  ctx: Ctx,
  slug: string,
  id: string,
  change: LeaveChange,
): Promise<LeaveRow> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const before = await readTerms(ctx, communityId, id);
    const { version, ...terms } = change;
    await requirePossible(ctx, communityId, id, { ...terms, dutyId: before.dutyId });
    const [moved] = await ctx.db
      .update(leaves)
      .set({ ...terms, version: sql`${leaves.version} + 1` })
      .where(isVersion(communityId, id, version))
      .returning({ id: leaves.id });
    const row = await leaveNow(ctx, communityId, id);
    if (!moved) throw problems.staleVersion(change, row);
    await noteDown(ctx, communityId, { id, action: "leave.change", from: before, to: terms });
    return row;
  });
}

/** @throws Problem no-such-thing, stale-version @returns the leave as it was */
export async function cancelLeave(
  ctx: Ctx,
  slug: string,
  id: string,
  version: number,
): Promise<LeaveRow> {
  const { communityId } = requireDuty(ctx, "manage-people", slug);
  return transact(ctx, async (ctx) => {
    const row = await leaveNow(ctx, communityId, id);
    const before = await readTerms(ctx, communityId, id);
    const [gone] = await ctx.db
      .delete(leaves)
      .where(isVersion(communityId, id, version))
      .returning({ id: leaves.id });
    if (!gone) throw problems.staleVersion({ version }, row);
    await noteDown(ctx, communityId, { id, action: "leave.cancel", from: before });
    return row;
  });
}

async function requirePossible(ctx: Tx, communityId: string, id: string, terms: Terms) {
  requireInOrder(terms);
  await requirePerson(ctx, communityId, terms.standInId);
  // Locked, so that of two leaves written down at once the second sees the first.
  const [duty] = await ctx.db
    .select({ personId: duties.personId, startsOn: duties.startsOn, endsOn: duties.endsOn })
    .from(duties)
    .where(and(eq(duties.communityId, communityId), eq(duties.id, terms.dutyId)))
    .for("update");
  if (!duty) throw problems.noSuchThing("duty", terms.dutyId);
  const { personId, ...held } = duty;
  if (personId === null) throw problems.vacantPost();
  if (personId === terms.standInId) throw problems.standInIsHolder();
  const isWithin =
    (held.endsOn === null || terms.startsOn <= held.endsOn) &&
    (terms.endsOn === null || held.startsOn <= terms.endsOn);
  if (!isWithin) throw problems.outsideDuty(held);
  await requireFree(ctx, communityId, { id, ...terms });
}

function isVersion(communityId: string, id: string, version: number) {
  return and(eq(leaves.communityId, communityId), eq(leaves.id, id), eq(leaves.version, version));
}

interface Note {
  id: string;
  action: string;
  from?: unknown;
  to?: unknown;
}

async function noteDown(ctx: Tx, communityId: string, { id, ...note }: Note): Promise<void> {
  touch(ctx, communityId, PEOPLE_LAYERS);
  touchAccounts(ctx);
  await writeAudit(ctx, { communityId, subjectType: "leave", subjectId: id, ...note });
}
