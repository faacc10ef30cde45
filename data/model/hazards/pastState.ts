import type { HazardStatus } from "./kinds.ts";
import type { HazardStep } from "./moves.ts";

/** A line of a hazard's history, as far as it says how the hazard stood after it. */
export interface PastStep {
  step: HazardStep;
  toStatus: HazardStatus;
  /** ISO instant: when the server heard of it. */
  at: string;
  actorId: string | null;
  actorName: string | null;
  assigneeId: string | null;
  departmentId: string | null;
  /** The deadline after it. */
  dueAt: string | null;
  /** Of an asked or a granted extension. */
  until: string | null;
  otherHazardId: string | null;
}

/** What of a hazard changes in its life. */
export interface HazardState {
  status: HazardStatus;
  assigneeId: string | null;
  departmentId: string | null;
  fixedById: string | null;
  fixedByName: string | null;
  rectifiedAt: string | null;
  closedAt: string | null;
  clockStartsAt: string;
  dueAt: string | null;
  extensionUntil: string | null;
  returnCount: number;
  mergedIntoId: string | null;
}

/**
 * How a hazard stood at a moment, from its history alone: the steps in their order, those after the
 * moment left out.
 * @param moment milliseconds since 1970
 * @returns undefined where it was not reported yet
 */
export function pastState(steps: readonly PastStep[], moment: number): HazardState | undefined {
  let state: HazardState | undefined;
  for (const step of steps) {
    if (Date.parse(step.at) > moment) break;
    state = stateAfter(state, step);
  }
  return state;
}

/** What one step makes of what was. A server that moves a hazard and a look into the past read this. */
export function stateAfter(before: HazardState | undefined, step: PastStep): HazardState {
  const state = { ...(before ?? begun(step)), status: step.toStatus, dueAt: step.dueAt };
  // A question for more time is over with whatever happens next.
  const answered = { ...state, extensionUntil: null };
  switch (step.step) {
    case "assign":
      return { ...answered, assigneeId: step.assigneeId, departmentId: null };
    case "escalate":
      return { ...answered, departmentId: step.departmentId };
    case "fix":
      return { ...answered, ...fixedBy(step), assigneeId: step.assigneeId, departmentId: null };
    case "rectify":
      return { ...answered, ...fixedBy(step) };
    case "pass":
      return { ...answered, closedAt: step.at };
    case "return":
      return {
        ...{ ...answered, rectifiedAt: null, clockStartsAt: step.at },
        returnCount: state.returnCount + 1,
      };
    case "extend":
      return { ...state, extensionUntil: step.until };
    case "reopen":
      return { ...answered, ...NOBODYS, clockStartsAt: step.at };
    case "merge":
      return { ...answered, mergedIntoId: step.otherHazardId };
    case "report":
    case "confirm":
    case "reject":
    case "grant":
      return answered;
  }
}

/** As it is when nobody has it: at its beginning, and when it is opened once more. */
const NOBODYS = {
  assigneeId: null,
  departmentId: null,
  fixedById: null,
  fixedByName: null,
  rectifiedAt: null,
  closedAt: null,
  returnCount: 0,
} as const;

function begun({ toStatus, at, dueAt }: PastStep): HazardState {
  return {
    ...{ ...NOBODYS, status: toStatus, clockStartsAt: at, dueAt },
    ...{ extensionUntil: null, mergedIntoId: null },
  };
}

function fixedBy({ actorId, actorName, at }: PastStep) {
  return { fixedById: actorId, fixedByName: actorName, rectifiedAt: at };
}
