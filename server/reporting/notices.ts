import { and, eq, gte, isNotNull, isNull, lte, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Role } from "#data/model/duties.ts";
import type { NoticeKind } from "#data/model/hazards/kinds.ts";
import { holderOf } from "#data/model/hazards/moves.ts";
import type { HazardState } from "#data/model/hazards/pastState.ts";
import { duties, notices } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import type { Resident } from "../resident/resident.ts";
import { workerAt } from "../resident/workers.ts";
import type { NewStep } from "./steps.ts";

/** A step that was just taken, by whom, and how the hazard stands after it. */
export interface TakenStep {
  step: NewStep;
  state: HazardState;
  /** Where the hazard lies today. */
  unitId: string | null;
  /** The person who took it, who need not be told. */
  ownId: string | null;
}

/** Tells whom a step concerns, in its transaction: nobody hears of what did not happen. */
export async function tellOfStep(ctx: Tx, resident: Resident, taken: TakenStep): Promise<void> {
  const { step, ownId } = taken;
  const told = await concerned(ctx, resident, taken);
  const personIds = new Set(told?.personIds.filter((id) => id !== ownId));
  if (!told || personIds.size === 0) return;
  const { id: communityId } = resident.bundle.community;
  await ctx.db.insert(notices).values(
    [...personIds].map((personId) => ({
      ...{ communityId, id: uuidv7(), personId, hazardId: step.hazardId },
      ...{ kind: told.kind, occasion: step.id, at: new Date(step.at) },
    })),
  );
}

interface Concerned {
  kind: NoticeKind;
  personIds: string[];
}

/** Few, so that each is read: who has to do something now, or waits for the answer. */
async function concerned(
  ctx: Tx,
  resident: Resident,
  taken: TakenStep,
): Promise<Concerned | undefined> {
  const { step, state } = taken;
  const holder = holderOf(state);
  const toHolder = holder === null ? [] : [holder];
  switch (step.step) {
    case "assign":
      return { kind: "assigned", personIds: toHolder };
    case "escalate":
      return { kind: "escalated", personIds: toHolder };
    case "return":
      return { kind: "returned", personIds: toHolder };
    case "grant":
      return { kind: "granted", personIds: toHolder };
    case "extend":
      return { kind: "asked", personIds: await holding(ctx, resident, "secretary") };
    case "fix":
    case "rectify":
      return { kind: "fixed", personIds: await verifiers(ctx, resident, taken) };
    default:
      return undefined;
  }
}

/** Who looks whether it is good: the worker of the grid, or an inspector where that is who fixed it. */
async function verifiers(ctx: Tx, resident: Resident, { unitId, ownId }: TakenStep) {
  const worker = workerAt(resident, unitId);
  if (worker && worker.id !== ownId) return [worker.id];
  const inspectors = await holding(ctx, resident, "inspector");
  const others = inspectors.filter((id) => id !== ownId);
  return others.length > 0 ? others : holding(ctx, resident, "secretary");
}

function holding(ctx: Tx, { bundle, today }: Resident, role: Role): Promise<string[]> {
  return peopleHolding(ctx, bundle.community.id, role, today);
}

/** Who has a duty on a day; who stands in for them reads their notices too, by the table's policies. */
export async function peopleHolding(
  { db }: Tx,
  communityId: string,
  role: Role,
  today: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: duties.personId })
    .from(duties)
    .where(
      and(
        eq(duties.communityId, communityId),
        eq(duties.role, role),
        isNotNull(duties.personId),
        lte(duties.startsOn, today),
        or(isNull(duties.endsOn), gte(duties.endsOn, today)),
      ),
    );
  return rows.flatMap(({ personId }) => personId ?? []);
}
