import { expect, test } from "vitest";
import type { HazardSummary } from "#data/model/answers/hazards.ts";
import { WORK_LIST_NAMES } from "#data/model/hazards/workLists.ts";
import { NO_HAZARD_FILTERS } from "#web/state/hazards/filters.ts";
import { byDeadline, byWalk, countsOf, inList, withoutList } from "#web/state/hazards/workList.ts";

const NOW = Date.parse("2026-03-05T04:00:00Z");
const HOUR_MS = 3_600_000;

function hazard(id: string, part: Partial<HazardSummary>): HazardSummary {
  return {
    id,
    category: "fire",
    level: "general",
    status: "confirmed",
    note: "",
    location: { type: "Point", coordinates: [116.3, 39.9] },
    ...{ building: null, floor: null, place: null, grid: null, microGrid: null },
    reportedAt: new Date(NOW - 4 * HOUR_MS).toISOString(),
    ...{ reportedByName: null, assignee: null, department: null, fixedById: null },
    ...{ fixedByName: null, rectifiedAt: null, closedAt: null },
    clockStartsAt: new Date(NOW - 4 * HOUR_MS).toISOString(),
    dueAt: new Date(NOW + 20 * HOUR_MS).toISOString(),
    ...{ isOverdue: false, returnCount: 0, extensionUntil: null, mergedIntoId: null },
    ...{ photoCount: 0, isStarred: false, version: 1 },
    ...part,
  };
}

const late = { dueAt: new Date(NOW - HOUR_MS).toISOString() };
const soon = { dueAt: new Date(NOW + HOUR_MS).toISOString() };
const rows = [
  hazard("waits", {}),
  hazard("late", { ...late, status: "assigned", level: "major" }),
  hazard("soon", { ...soon, status: "assigned", returnCount: 1 }),
  hazard("fixed", { ...late, status: "rectified" }),
  hazard("closed", { ...late, status: "closed", closedAt: new Date(NOW).toISOString() }),
];

test("each counter is what its list shows, whatever else is filtered", () => {
  for (const level of [null, "general", "major"] as const) {
    const candidates = withoutList(rows, { ...NO_HAZARD_FILTERS, level });
    const counts = countsOf(candidates, NOW);
    for (const list of WORK_LIST_NAMES) {
      expect(counts[list], list).toBe(inList(candidates, list, NOW).length);
    }
  }
  expect(countsOf(withoutList(rows, NO_HAZARD_FILTERS), NOW)).toEqual({
    ...{ unassigned: 1, dueSoon: 1, overdue: 1, returned: 1 },
  });
});

test("what is closed is not among the open ones, and comes back when it is asked for", () => {
  const ids = (status: "open" | "closed" | "all") =>
    withoutList(rows, { ...NO_HAZARD_FILTERS, status }).map(({ id }) => id);
  expect(ids("open")).not.toContain("closed");
  expect(ids("closed")).toEqual(["closed"]);
  expect(ids("all")).toHaveLength(rows.length);
});

test("what is due first comes first, and what waits for nobody comes last", () => {
  const order = byDeadline(rows).map(({ id }) => id);
  expect(order.slice(0, 3)).toEqual(["late", "soon", "waits"]);
});

test("a walk begins at the nearest of a row of hazards", () => {
  const street = [3, 1, 2].map((step) =>
    hazard(String(step), { location: { type: "Point", coordinates: [116.3 + step / 1000, 39.9] } }),
  );
  expect(byWalk(street, [116.3, 39.9]).rows.map(({ id }) => id)).toEqual(["1", "2", "3"]);
});
