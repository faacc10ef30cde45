import { expect, test } from "vitest";
import type { HazardStatus } from "#data/model/hazards/kinds.ts";
import type { HazardStep } from "#data/model/hazards/moves.ts";
import { type PastStep, pastState } from "#data/model/hazards/pastState.ts";

const NOTHING = {
  ...{ actorId: null, actorName: null, assigneeId: null, departmentId: null },
  ...{ until: null, otherHazardId: null },
};

/** A step on a day of March. */
function on(
  day: number,
  step: HazardStep,
  toStatus: HazardStatus,
  more: Partial<PastStep> = {},
): PastStep {
  return { ...NOTHING, step, toStatus, at: at(day), dueAt: at(10), ...more };
}
const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T08:00:00.000Z`;

const LIFE: PastStep[] = [
  on(1, "report", "reported"),
  on(2, "confirm", "confirmed"),
  on(3, "assign", "assigned", { assigneeId: "wang" }),
  on(4, "extend", "assigned", { until: at(20) }),
  on(5, "grant", "assigned", { until: at(15), dueAt: at(15) }),
  on(6, "rectify", "rectified", { actorId: "w", actorName: "王", dueAt: at(15) }),
  on(7, "return", "assigned", { dueAt: at(25) }),
  on(8, "escalate", "escalated", { departmentId: "office", dueAt: at(25) }),
  on(9, "rectify", "rectified", { actorId: "o", actorName: "科", dueAt: at(25) }),
  on(11, "pass", "closed", { dueAt: at(25) }),
  on(12, "reopen", "confirmed", { dueAt: at(30) }),
];
const then = (day: number) => pastState(LIFE, Date.parse(at(day)));

test("a hazard stood at any moment as its steps until then made it", () => {
  expect(pastState(LIFE, Date.parse(at(1)) - 1)).toBeUndefined();
  expect(then(1)).toMatchObject({ status: "reported", clockStartsAt: at(1), dueAt: at(10) });
  expect(then(3)).toMatchObject({ status: "assigned", assigneeId: "wang", extensionUntil: null });
  expect(then(4)).toMatchObject({ extensionUntil: at(20), dueAt: at(10) });
  expect(then(5)).toMatchObject({ extensionUntil: null, dueAt: at(15), clockStartsAt: at(1) });
  expect(then(6)).toMatchObject({ status: "rectified", fixedByName: "王", rectifiedAt: at(6) });
  expect(then(7)).toMatchObject({
    ...{ status: "assigned", assigneeId: "wang", returnCount: 1, rectifiedAt: null },
    ...{ clockStartsAt: at(7), dueAt: at(25), fixedById: "w" },
  });
  expect(then(8)).toMatchObject({
    status: "escalated",
    assigneeId: "wang",
    departmentId: "office",
  });
  expect(then(10)).toMatchObject({ status: "rectified", fixedById: "o", closedAt: null });
  expect(then(11)).toMatchObject({ status: "closed", closedAt: at(11) });
});

test("one that is opened again begins anew and is nobody's", () => {
  expect(then(30)).toEqual({
    ...{ status: "confirmed", assigneeId: null, departmentId: null, returnCount: 0 },
    ...{ fixedById: null, fixedByName: null, rectifiedAt: null, closedAt: null },
    ...{ clockStartsAt: at(12), dueAt: at(30), extensionUntil: null, mergedIntoId: null },
  });
});

test("one that was fixed on the spot goes back to who fixed it; one that was merged says into which", () => {
  const fixed = [
    on(1, "report", "confirmed"),
    on(2, "fix", "rectified", { actorId: "w", assigneeId: "wang" }),
    on(3, "return", "assigned"),
  ];
  expect(pastState(fixed, Date.parse(at(9)))).toMatchObject({ assigneeId: "wang", returnCount: 1 });
  const merged = [
    on(1, "report", "reported"),
    on(1, "merge", "merged", { otherHazardId: "first" }),
  ];
  expect(pastState(merged, Date.parse(at(1)))).toMatchObject({
    ...{ status: "merged", mergedIntoId: "first" },
  });
});
