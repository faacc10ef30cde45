import { and, eq } from "drizzle-orm";
import type { HazardMove } from "#data/model/answers/hazards.ts";
import { type HazardAction, needsOf } from "#data/model/hazards/moves.ts";
import { hazards, photos } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import type { PreparedPhoto } from "../photos/prepare.ts";
import { problems } from "../problem.ts";
import { isOpen } from "#data/model/hazards/kinds.ts";
import type { Resident } from "../resident/resident.ts";
import type { HazardRow } from "./rows.ts";
import { takersIn } from "./takers.ts";

/** What a move brings along, its pictures made anew. */
export interface Brought extends Omit<HazardMove, "photos"> {
  photos: readonly PreparedPhoto[];
}

/**
 * Refuses a move that does not bring what the table asks for, or brings what cannot be.
 * @throws Problem missing-evidence, not-a-taker, not-mergeable, until-too-early
 */
export async function requireNeeds(
  ctx: Tx,
  resident: Resident,
  row: HazardRow,
  { action, brought }: { action: HazardAction; brought: Brought },
): Promise<void> {
  const missing: string[] = [];
  for (const need of needsOf(row, action)) {
    if (!(await isBrought(ctx, row, need, brought))) missing.push(need);
  }
  if (missing.length > 0) throw problems.missingEvidence(missing);
  const { assigneeId, departmentId, otherHazardId, until } = brought;
  if (action === "assign") requireTaker(resident, assigneeId, false);
  if (action === "escalate") requireTaker(resident, departmentId, true);
  if (action === "merge") await requireMergeable(ctx, row, otherHazardId);
  const asked = action === "grant" ? until : action === "extend" ? until : null;
  if (asked) requireLater(row, asked);
}

async function isBrought(ctx: Tx, row: HazardRow, need: string, brought: Brought) {
  const { photos: sent } = brought;
  switch (need) {
    case "note":
      return brought.note !== "";
    case "reason":
      return brought.reason !== null;
    case "assignee":
      return brought.assigneeId !== null;
    case "department":
      return brought.departmentId !== null;
    case "hazard":
      return brought.otherHazardId !== null;
    case "until":
      return Boolean(brought.until);
    case "after":
      return sent.some(({ kind }) => kind === "after");
    case "before":
      // The report's own picture is one: nobody takes it a second time.
      return sent.some(({ kind }) => kind === "before") || (await hasBefore(ctx, row));
    default:
      return false;
  }
}

async function hasBefore({ db }: Tx, { communityId, id }: HazardRow): Promise<boolean> {
  const isIt = and(eq(photos.communityId, communityId), eq(photos.hazardId, id));
  const [found] = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(isIt, eq(photos.kind, "before")))
    .limit(1);
  return found !== undefined;
}

function requireTaker(resident: Resident, personId: string | null, isDepartment: boolean): void {
  const taker = takersIn(resident).get(personId ?? "");
  if (taker?.isDepartment !== isDepartment) throw problems.notATaker(personId ?? "");
}

/** Into another open one: a closed one would take it out of sight. */
async function requireMergeable({ db }: Tx, row: HazardRow, otherId: string | null) {
  const { communityId } = row;
  const [other] = await db
    .select({ id: hazards.id, status: hazards.status })
    .from(hazards)
    .where(and(eq(hazards.communityId, communityId), eq(hazards.id, otherId ?? "")));
  if (!other || other.id === row.id || !isOpen(other.status)) {
    throw problems.notMergeable(otherId ?? "");
  }
}

function requireLater({ dueAt }: HazardRow, until: string): void {
  const least = Math.max(Date.now(), dueAt?.getTime() ?? 0);
  if (Date.parse(until) <= least) {
    throw problems.untilTooEarly(until, dueAt?.toISOString() ?? null);
  }
}
