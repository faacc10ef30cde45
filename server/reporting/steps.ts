import { sql } from "drizzle-orm";
import type { HazardStatus, ReturnReason } from "#data/model/hazards/kinds.ts";
import type { PastStep } from "#data/model/hazards/pastState.ts";
import { hazardSteps } from "#data/schema/index.ts";
import { requireSignedIn } from "../access/requireDuty.ts";
import { touch, type Tx, writeAudit } from "../context.ts";

/** A line of a hazard's history that is about to be written. */
export interface NewStep extends PastStep {
  id: string;
  hazardId: string;
  fromStatus: HazardStatus | null;
  note: string;
  reason: ReturnReason | null;
  /** By the phone's clock, ISO; told only where it was earlier than `at`. */
  doneAt: string | null;
}

/** What most steps leave empty. */
export const NOTHING_BROUGHT = {
  ...{ note: "", reason: null, doneAt: null, assigneeId: null, departmentId: null },
  ...{ until: null, otherHazardId: null },
} as const;

/** Adds a step to a history whose hazard is held by this transaction, and to the audit. */
export async function addStep(ctx: Tx, communityId: string, step: NewStep): Promise<void> {
  const { hazardId, at, doneAt, dueAt, until } = step;
  const isEarlier = doneAt !== null && Date.parse(doneAt) < Date.parse(at);
  await ctx.db.insert(hazardSteps).values({
    ...{ ...step, communityId },
    ordinal: sql`(SELECT coalesce(max(ordinal), 0) + 1 FROM hazard_steps
      WHERE community_id = ${communityId} AND hazard_id = ${hazardId})`,
    at: new Date(at),
    doneAt: isEarlier ? new Date(doneAt) : null,
    dueAt: dueAt === null ? null : new Date(dueAt),
    until: until === null ? null : new Date(until),
  });
  touch(ctx, communityId, ["hazards"]);
  const { fromStatus, toStatus, assigneeId, departmentId, note } = step;
  await writeAudit(ctx, {
    ...{ communityId, action: `hazard.${step.step}`, subjectType: "hazard", subjectId: hazardId },
    ...(fromStatus === null ? {} : { from: { status: fromStatus } }),
    to: {
      status: toStatus,
      ...(assigneeId === null ? {} : { assigneeId }),
      ...(departmentId === null ? {} : { departmentId }),
      ...(until === null ? {} : { until }),
    },
    ...(note === "" ? {} : { reason: note }),
  });
}

/** Who takes a step, as its row says it. */
export function actorOf(ctx: Tx): { actorId: string; actorName: string } {
  const { userId, name } = requireSignedIn(ctx);
  return { actorId: userId, actorName: name };
}
