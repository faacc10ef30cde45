import { expect, test } from "vitest";
import type { Duty } from "#data/model/bundle.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import { EMPTY_STATE, type PlanState, postKey } from "#data/model/planning/state.ts";
import { dutiesAfter, dutyMoves } from "#server/plans/dutyMoves.ts";
import { holdersIn } from "#server/plans/holders.ts";
import { transfersOf } from "#server/plans/transfers.ts";
import { vacantPosts } from "#server/plans/vacant.ts";

const DAY = "2026-03-05";

function duty(
  id: string,
  personId: string | null,
  placeId: string,
  more: Partial<Duty> = {},
): Duty {
  const place = { role: "grid-worker", placeType: "grid", placeId } as const;
  return { id, personId, ...place, startsOn: "2026-01-01", endsOn: null, ...more };
}

const post = (placeId: string) => postKey({ role: "grid-worker", placeType: "grid", placeId });

/** Grids with one unit each: unit u1 in micro-grid m1 in grid g1 … */
function division(gridOfUnit: Record<string, string>, posts: PlanState["posts"] = new Map()) {
  const grids = [...new Set(Object.values(gridOfUnit))];
  const facts = { code: null, kind: "basic", ordinal: 1, isLocked: false, outline: null } as const;
  return {
    ...EMPTY_STATE,
    grids: new Map(grids.map((id) => [id, { ...facts, name: id }])),
    microGrids: new Map(
      grids.map((gridId) => [`m-${gridId}`, { gridId, name: gridId, ordinal: 1, isLocked: false }]),
    ),
    units: new Map(Object.entries(gridOfUnit).map(([unit, gridId]) => [unit, `m-${gridId}`])),
    posts,
  } satisfies PlanState;
}

test("a plan ends and begins what it changes, and leaves alone what somebody keeps", () => {
  const duties = [
    duty("stays", "wang", "g1"),
    duty("replaced", "li", "g2"),
    duty("not begun", "zhao", "g2", { startsOn: "2026-03-10" }),
    duty("gone", "wang", "g9"),
    duty("over", "li", "g9", { endsOn: "2026-02-01" }),
    duty("early", "chen", "g3", { startsOn: "2026-03-20" }),
    duty("sought", null, "g4"),
    duty("secretary", "sun", "c", { role: "secretary", placeType: "community" }),
  ];
  const plan = division(
    { u1: "g1", u2: "g2", u3: "g3", u4: "g4" },
    new Map([
      [post("g1"), ["wang"]],
      [post("g2"), ["wang", "qian"]],
      [post("g3"), ["chen"]],
      [post("g4"), []],
      [post("g9"), ["li"]],
    ]),
  );
  const moves = dutyMoves(duties, plan, DAY);
  expect(moves.ended.map(({ id }) => id)).toEqual(["replaced", "gone"]);
  expect(moves.removed.map(({ id }) => id)).toEqual(["not begun"]);
  expect(moves.begun.map(({ personId, placeId, endsOn }) => [personId, placeId, endsOn])).toEqual([
    ["wang", "g2", null],
    ["qian", "g2", null],
    ["chen", "g3", "2026-03-19"],
  ]);
  expect(moves.begun.every(({ startsOn }) => startsOn === DAY)).toBe(true);
  const after = dutiesAfter(duties, moves, DAY);
  expect(after.map(({ personId, placeId }) => `${personId} ${placeId}`)).toEqual([
    ...["wang g1", "null g4", "sun c", "wang g2", "qian g2", "chen g3"],
  ]);
  expect(vacantPosts(plan, after, (id) => id.toUpperCase())).toMatchObject([
    { placeId: "g4", placeName: "G4", role: "grid-worker" },
    ...["g1", "g2", "g3", "g4"].map((id) => ({ placeId: `m-${id}`, role: "micro-grid-leader" })),
  ]);
});

test("only what really changes hands is handed over, whatever grids are called", () => {
  const units = ["u1", "u2", "u3", "u4"].map((id) => ({ id, buildingId: id }) as PlanningUnit);
  const before = division({ u1: "g1", u2: "g1", u3: "g2", u4: "g2" });
  const after = division({ u1: "new", u2: "new", u3: "new", u4: "g2" });
  const transfers = transfersOf(
    units,
    holdersIn(before, [duty("1", "wang", "g1"), duty("2", "li", "g2"), duty("3", "qian", "g2")]),
    holdersIn(after, [duty("4", "wang", "new"), duty("5", "li", "g2"), duty("6", "zhao", "g2")]),
  );
  expect(transfers.map(({ from, to, units }) => [from, to, units.map(({ id }) => id)])).toEqual([
    ["li", "wang", ["u3"]],
    ["qian", "wang", ["u3"]],
    ["qian", "zhao", ["u4"]],
  ]);
});
