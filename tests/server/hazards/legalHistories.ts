import { deepStrictEqual as deepEqual, notStrictEqual as notEqual, ok } from "node:assert";
import { strictEqual as equal } from "node:assert";
import { eq } from "drizzle-orm";
import { MOVES } from "#data/model/hazards/moves.ts";
import { pastState, type PastStep, stateAfter } from "#data/model/hazards/pastState.ts";
import { hazards, hazardSteps } from "#data/schema/index.ts";
import { stateOf } from "#server/reporting/state.ts";
import type { TestServer } from "../harness.ts";

/**
 * Holds every history against the table of moves: no gap in it, and every row as its history says.
 * @returns how many steps there are
 * @throws AssertionError
 */
export async function countLegalSteps(
  { ctx }: TestServer,
  open: readonly { id: string }[],
): Promise<number> {
  let total = 0;
  for (const { id } of open) {
    const rows = await ctx.db
      .select()
      .from(hazardSteps)
      .where(eq(hazardSteps.hazardId, id))
      .orderBy(hazardSteps.ordinal);
    deepEqual(
      rows.map(({ ordinal }) => ordinal),
      rows.map((_, index) => index + 1),
    );
    const steps: PastStep[] = rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      until: row.until?.toISOString() ?? null,
    }));
    let state = stateAfter(undefined, steps[0]!);
    for (const [index, step] of steps.entries()) {
      if (step.step === "report") continue;
      const { fromStatus } = rows[index]!;
      equal(fromStatus, state.status);
      const target = MOVES[step.step].from[state.status];
      ok(target, `${step.step} from ${state.status}`);
      const back = state.departmentId ? "escalated" : "assigned";
      const reached = { same: state.status, back }[target as "same" | "back"] ?? target;
      equal(step.toStatus, reached);
      if (MOVES[step.step].isForOthers) notEqual(step.actorId, state.fixedById);
      state = stateAfter(state, step);
    }
    const [row] = await ctx.db.select().from(hazards).where(eq(hazards.id, id));
    const past = pastState(steps, Infinity)!;
    // What was merged into another is told of where that one was merged into a third.
    deepEqual({ ...stateOf(row!), mergedIntoId: null }, { ...past, mergedIntoId: null });
    equal(row!.version, steps.length);
    total += steps.length;
  }
  return total;
}
