import type { Action } from "../permissions.ts";
import type { HazardStatus, PhotoKind } from "./kinds.ts";

export const HAZARD_ACTIONS = [
  "confirm",
  "reject",
  "merge",
  "fix",
  "assign",
  "escalate",
  "rectify",
  "pass",
  "return",
  "extend",
  "grant",
  "reopen",
] as const;
export type HazardAction = (typeof HAZARD_ACTIONS)[number];

/** A history begins with the report, which is no move. */
export const HAZARD_STEPS = ["report", ...HAZARD_ACTIONS] as const;
export type HazardStep = (typeof HAZARD_STEPS)[number];

/** "back": to whoever had it before the fix; "same": the status stays, something else changes. */
type Target = HazardStatus | "back" | "same";

interface Move {
  from: Partial<Record<HazardStatus, Target>>;
  /** A duty for this at the hazard's place; null: it falls to one person, whatever their duties. */
  duty: Action | null;
  /** Only the one who has it now: the assignee, or the department it was escalated to. */
  isHoldersOwn?: true;
  /** Never the one who fixed it. */
  isForOthers?: true;
  /** What the step must bring along. */
  needs: readonly (PhotoKind | "note" | "assignee" | "department" | "hazard" | "until")[];
}

/**
 * All legal moves and who may make them (DESIGN §4), and there are no others: the server refuses by
 * this table, the web draws its buttons from it and says why one is missing.
 */
export const MOVES: Record<HazardAction, Move> = {
  confirm: { from: { reported: "confirmed" }, duty: "handle-hazards", needs: [] },
  reject: { from: { reported: "rejected" }, duty: "handle-hazards", needs: ["note"] },
  merge: { from: { reported: "merged" }, duty: "handle-hazards", needs: ["hazard"] },
  fix: {
    from: { reported: "rectified", confirmed: "rectified" },
    duty: "fix-hazard",
    needs: ["before", "after"],
  },
  assign: { from: { confirmed: "assigned" }, duty: "handle-hazards", needs: ["assignee"] },
  escalate: {
    from: { confirmed: "escalated", assigned: "escalated" },
    duty: "steer-hazards",
    needs: ["department"],
  },
  rectify: {
    from: { assigned: "rectified", escalated: "rectified" },
    duty: null,
    isHoldersOwn: true,
    needs: ["after"],
  },
  pass: {
    from: { rectified: "closed" },
    duty: "verify-hazard",
    isForOthers: true,
    needs: [],
  },
  return: {
    from: { rectified: "back" },
    duty: "verify-hazard",
    isForOthers: true,
    needs: ["note"],
  },
  extend: {
    from: { assigned: "same", escalated: "same" },
    duty: null,
    isHoldersOwn: true,
    needs: ["note", "until"],
  },
  grant: {
    from: { assigned: "same", escalated: "same" },
    duty: "steer-hazards",
    needs: [],
  },
  reopen: { from: { closed: "confirmed" }, duty: "steer-hazards", needs: ["note"] },
};

/** What of a hazard decides about its moves. */
export interface HazardFacts {
  status: HazardStatus;
  /** The person it is assigned to, also while a department has it. */
  assigneeId: string | null;
  /** The person who stands for the department it was escalated to. */
  departmentId: string | null;
  /** The account of who fixed it last. */
  fixedById: string | null;
  returnCount: number;
  isExtensionAsked: boolean;
}

/** Who acts, as far as it matters for one hazard. */
export interface HazardActor {
  userId: string;
  /** In the community: themself, and those they stand in for today. */
  personIds: readonly string[];
  /** What their duties let them do at the hazard's place. */
  actions: readonly Action[];
}

/**
 * Why somebody may not make a move: the table has none ("no-such-move", "nothing-asked"), or it is
 * for others. The first sort is a conflict, the second a lack of duty.
 */
export const MOVE_REFUSALS = [
  "no-such-move",
  "nothing-asked",
  "not-your-duty",
  "not-the-holder",
  "own-fix",
] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];

/** @returns why not; undefined where the move is legal and theirs to make */
export function refusalOf(
  hazard: HazardFacts,
  actor: HazardActor,
  action: HazardAction,
): MoveRefusal | undefined {
  const move = MOVES[action];
  if (move.from[hazard.status] === undefined) return "no-such-move";
  if (action === "grant" && !hazard.isExtensionAsked) return "nothing-asked";
  if (move.duty !== null && !actor.actions.includes(move.duty)) return "not-your-duty";
  if (move.isHoldersOwn && !isHeldBy(hazard, actor)) return "not-the-holder";
  // Without a known fixer nobody can be told apart from them: it came so from a file.
  if (move.isForOthers && hazard.fixedById === actor.userId) return "own-fix";
  return undefined;
}

export function isConflict(refusal: MoveRefusal): boolean {
  return refusal === "no-such-move" || refusal === "nothing-asked";
}

/** The one who has to do something about it now. */
export function holderOf({
  status,
  assigneeId,
  departmentId,
}: Pick<HazardFacts, "status" | "assigneeId" | "departmentId">): string | null {
  if (status === "escalated") return departmentId;
  return status === "assigned" ? assigneeId : null;
}

function isHeldBy(hazard: HazardFacts, { personIds }: HazardActor): boolean {
  const holder = holderOf(hazard);
  return holder !== null && personIds.includes(holder);
}

/** @throws RangeError where the table has no such move */
export function statusAfter(hazard: HazardFacts, action: HazardAction): HazardStatus {
  const target = MOVES[action].from[hazard.status];
  if (target === undefined) throw new RangeError(`no ${action} from ${hazard.status}`);
  if (target === "same") return hazard.status;
  // A department's answer goes back to the department, whoever had it before.
  if (target === "back") return hazard.departmentId ? "escalated" : "assigned";
  return target;
}

/** What a step must bring along; a second return also asks for a reason from the list. */
export function needsOf({ returnCount }: Pick<HazardFacts, "returnCount">, action: HazardAction) {
  const needs: readonly string[] = MOVES[action].needs;
  return action === "return" && returnCount > 0 ? [...needs, "reason"] : needs;
}
