import { expect, test } from "vitest";
import { type Role, ROLES } from "#data/model/duties.ts";
import { HAZARD_STATUSES, type HazardStatus } from "#data/model/hazards/kinds.ts";
import {
  HAZARD_ACTIONS,
  type HazardAction,
  type HazardActor,
  type HazardFacts,
  isConflict,
  needsOf,
  refusalOf,
  statusAfter,
} from "#data/model/hazards/moves.ts";
import { ACTIONS, mayRole } from "#data/model/permissions.ts";

type Who = Role | "the assignee" | "that department";
interface Line {
  from: HazardStatus[];
  action: HazardAction;
  /** Two: by whether a department has it. */
  to: HazardStatus | "same" | ["assigned", "escalated"];
  who: Who[];
  /** Not who fixed it. */
  isForOthers?: true;
  isAnswer?: true;
}

/** DESIGN §4, written down once more by hand: what the program's own table is held against. */
const DESIGN: Line[] = [
  { from: ["reported"], action: "confirm", to: "confirmed", who: ["secretary", "inspector"] },
  { from: ["reported"], action: "reject", to: "rejected", who: ["secretary", "inspector"] },
  { from: ["reported"], action: "merge", to: "merged", who: ["secretary", "inspector"] },
  {
    ...{ from: ["reported", "confirmed"], action: "fix", to: "rectified" },
    who: ["grid-worker", "inspector"],
  },
  { from: ["confirmed"], action: "assign", to: "assigned", who: ["secretary", "inspector"] },
  { from: ["assigned"], action: "rectify", to: "rectified", who: ["the assignee"] },
  { from: ["assigned", "confirmed"], action: "escalate", to: "escalated", who: ["secretary"] },
  { from: ["escalated"], action: "rectify", to: "rectified", who: ["that department"] },
  {
    ...{ from: ["rectified"], action: "pass", to: "closed" },
    ...{ who: ["secretary", "inspector", "grid-worker"], isForOthers: true },
  },
  {
    ...{ from: ["rectified"], action: "return", to: ["assigned", "escalated"] },
    ...{ who: ["secretary", "inspector", "grid-worker"], isForOthers: true },
  },
  { from: ["assigned"], action: "extend", to: "same", who: ["the assignee"] },
  { from: ["escalated"], action: "extend", to: "same", who: ["that department"] },
  {
    ...{ from: ["assigned", "escalated"], action: "grant", to: "same" },
    ...{ who: ["secretary"], isAnswer: true },
  },
  { from: ["closed"], action: "reopen", to: "confirmed", who: ["secretary"] },
];

interface Case {
  hazard: HazardFacts;
  action: HazardAction;
  role: Role;
  isAssignee: boolean;
  isDepartment: boolean;
  isFixer: boolean;
}

/** Every status, action and role, for whoever has it, fixed it, asked for time, and for nobody of these. */
function* cases(): Generator<Case> {
  const flags = [false, true];
  for (const status of HAZARD_STATUSES)
    for (const action of HAZARD_ACTIONS)
      for (const role of ROLES)
        for (const isAssignee of flags)
          for (const hasDepartment of flags)
            for (const isDepartment of flags)
              for (const isFixer of flags)
                for (const isExtensionAsked of flags) {
                  const departmentId = hasDepartment ? "department" : null;
                  const people = { assigneeId: "worker", departmentId, fixedById: "fixer" };
                  const hazard = { status, ...people, returnCount: 0, isExtensionAsked };
                  yield { hazard, action, role, isAssignee, isDepartment, isFixer };
                }
}

function actorOf({ role, isAssignee, isDepartment, isFixer }: Case): HazardActor {
  return {
    userId: isFixer ? "fixer" : "another",
    personIds: [...(isAssignee ? ["worker"] : []), ...(isDepartment ? ["department"] : [])],
    actions: ACTIONS.filter((action) => mayRole(role, action)),
  };
}

/** "no" where the table has no such move, "not theirs" where it is for others, else what it leads to. */
function designed({ hazard, action, role, ...is }: Case): HazardStatus | "no" | "not theirs" {
  const line = DESIGN.find((line) => line.action === action && line.from.includes(hazard.status));
  if (!line || (line.isAnswer && !hazard.isExtensionAsked)) return "no";
  const isTheirs =
    line.who.includes(role) ||
    (line.who.includes("the assignee") && is.isAssignee) ||
    (line.who.includes("that department") && is.isDepartment && hazard.departmentId !== null);
  if (!isTheirs || (line.isForOthers && is.isFixer)) return "not theirs";
  if (line.to === "same") return hazard.status;
  if (typeof line.to === "string") return line.to;
  return hazard.departmentId === null ? line.to[0] : line.to[1];
}

test("every status, action, role, holder and fixer goes as DESIGN §4 has it, and nothing else goes", () => {
  const wrong: string[] = [];
  let count = 0;
  for (const each of cases()) {
    count++;
    const refusal = refusalOf(each.hazard, actorOf(each), each.action);
    const got = refusal
      ? isConflict(refusal)
        ? "no"
        : "not theirs"
      : statusAfter(each.hazard, each.action);
    const want = designed(each);
    if (got !== want) wrong.push(`${JSON.stringify(each)}: ${got}, not ${want}`);
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(count).toBe(8 * 12 * 11 * 32);
});

test("who stands in for the holder may what the holder may", () => {
  const hazard: HazardFacts = {
    ...{ status: "assigned", assigneeId: "worker", departmentId: null, fixedById: null },
    ...{ returnCount: 0, isExtensionAsked: false },
  };
  const standIn = { userId: "other", personIds: ["stand-in", "worker"], actions: [] };
  expect(refusalOf(hazard, standIn, "rectify")).toBeUndefined();
  expect(refusalOf(hazard, { ...standIn, personIds: ["stand-in"] }, "rectify")).toBe(
    "not-the-holder",
  );
});

test("only a second return asks for a reason from the list", () => {
  expect(needsOf({ returnCount: 0 }, "return")).toEqual(["note"]);
  expect(needsOf({ returnCount: 1 }, "return")).toEqual(["note", "reason"]);
  expect(needsOf({ returnCount: 1 }, "fix")).toEqual(["before", "after"]);
});
