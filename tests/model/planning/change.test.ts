import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, joinChanges, type PlanChange } from "#data/model/planning/change.ts";
import { differenceOf } from "#data/model/planning/difference.ts";
import { stateFromRows } from "#data/model/planning/rows.ts";
import { EMPTY_STATE, type PlanState } from "#data/model/planning/state.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e");
const change: fc.Arbitrary<PlanChange> = fc.record(
  {
    grids: fc.array(
      fc.tuple(
        id,
        fc.option(
          fc.record({
            name: id,
            code: fc.constant(null),
            kind: fc.constantFrom("basic" as const, "dedicated" as const),
            ordinal: fc.nat(9),
            isLocked: fc.boolean(),
            outline: fc.constant(null),
          }),
        ),
      ),
    ),
    microGrids: fc.array(
      fc.tuple(
        id,
        fc.option(fc.record({ gridId: id, name: id, ordinal: fc.nat(9), isLocked: fc.boolean() })),
      ),
    ),
    broken: fc.array(fc.tuple(id, fc.boolean())),
    put: fc.array(fc.tuple(id, fc.option(id))),
    posts: fc.array(
      fc.tuple(
        fc.record({
          role: fc.constant("grid-worker" as const),
          placeType: fc.constant("grid" as const),
          placeId: id,
        }),
        fc.option(fc.array(id)),
      ),
    ),
  },
  { requiredKeys: [] },
);

const after = (changes: PlanChange[], from: PlanState = EMPTY_STATE) =>
  changes.reduce((state, each) => applyChange(state, each).state, from);

test("every change is taken back by its inverse, in any order of edits", () => {
  fc.assert(
    fc.property(fc.array(change), change, (before, edit) => {
      const state = after(before);
      const { state: next, inverse } = applyChange(state, edit);
      expect(applyChange(next, inverse).state).toEqual(state);
    }),
  );
});

test("changes joined into one make the same plan as one after the other", () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (before, edits) => {
      const state = after(before);
      expect(after([joinChanges(edits)], state)).toEqual(after(edits, state));
    }),
  );
});

test("the difference of two plans makes the one of the other, and is empty between equals", () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (one, other) => {
      const [from, to] = [after(one), after(other)];
      expect(after([differenceOf(from, to)], from)).toEqual(to);
      expect(differenceOf(to, to)).toEqual({});
    }),
  );
});

test("entrances without a row go with their building's, and one that has both is told of as doubled", () => {
  const row = (unitId: string, microGridId: string) => ({
    unitId,
    buildingId: "tower",
    entranceId: unitId === "tower" ? null : unitId,
    microGridId,
  });
  const rows = { grids: [], microGrids: [], posts: new Map() };
  const entrancesOf = new Map([["tower", ["one", "two", "three"]]]);
  const planUnits = [row("tower", "east"), row("one", "west")];
  const { state, doubled } = stateFromRows({ ...rows, planUnits }, entrancesOf);
  expect(Object.fromEntries(state.units)).toEqual({ one: "west", two: "east", three: "east" });
  expect([...state.broken]).toEqual(["tower"]);
  expect(doubled).toEqual(["one"]);
});
