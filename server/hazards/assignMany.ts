import { v7 as uuidv7 } from "uuid";
import type { HazardAssignment, HazardAssignments } from "#data/model/answers/hazards.ts";
import { type Ctx, transact } from "../context.ts";
import { Problem } from "../problem.ts";
import type { HazardGround } from "./detail.ts";
import { openGround } from "./ground.ts";
import { takeStep } from "./move.ts";

/** Gives several hazards to one person, each in a transaction of its own: one that is refused stops none. */
export async function assignMany(
  ctx: Ctx,
  slug: string,
  { ids, assigneeId }: HazardAssignments,
): Promise<HazardAssignment[]> {
  const ground = await openGround(ctx, slug, "handle-hazards");
  const assignments: HazardAssignment[] = [];
  for (const id of new Set(ids)) {
    assignments.push({ id, refusal: await assignOne(ctx, ground, id, assigneeId) });
  }
  return assignments;
}

async function assignOne(ctx: Ctx, ground: HazardGround, id: string, assigneeId: string) {
  const brought = {
    ...{ note: "", reason: null, departmentId: null, otherHazardId: null, doneAt: null },
    ...{ assigneeId, photos: [] },
  };
  try {
    await transact(ctx, (ctx) =>
      takeStep(ctx, ground, { id, action: "assign", stepId: uuidv7(), brought }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: error.kind, parameters: error.parameters };
  }
}
