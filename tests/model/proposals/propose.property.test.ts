import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ProposalGoal } from "#data/model/answers/proposals.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { applyChange } from "#data/model/planning/change.ts";
import { planningUnits } from "#data/model/planning/ground.ts";
import { EMPTY_STATE, gridOfUnit, type PlanState } from "#data/model/planning/state.ts";
import { measuresOf } from "#data/model/proposals/measures.ts";
import { propose, type ProposalTask } from "#data/model/proposals/propose.ts";
import { unitGroundOf } from "#data/model/proposals/unitGround.ts";
import { anyDraft, anyTown, townDraft, townGround } from "./town.ts";

const loadWeights = { ...DEFAULT_SETTINGS.loadWeights, floorWithoutLift: 0 };

const anyGoal = fc
  .oneof(
    fc.record({ grids: fc.integer({ min: 1, max: 6 }) }),
    fc.constant({ load: [100, 260], microGridLoad: [30, 90], keepWhole: ["compound"] }),
    fc.constant({ microGridLoad: [30, 90] }),
    fc.constant({ level: "micro-grid", load: [30, 90] }),
    fc.constant({ level: "micro-grid", grids: 5 }),
    fc.record({
      level: fc.constantFrom("grid", "micro-grid"),
      maxMoves: fc.constantFrom<number | string>(0, 3, 10, "least"),
    }),
    fc.constant({ addGridBeside: "fullest" }),
    fc.constant({ removeGrid: "00000000-0000-4000-8000-000000000000" }),
  )
  .map((goal) => {
    // Towns of tests have short ids.
    const parsed = ProposalGoal.parse(goal);
    return parsed.removeGrid ? { ...parsed, removeGrid: "g0" } : parsed;
  });

const anyTask: fc.Arbitrary<ProposalTask> = fc
  .record({ town: anyTown, draft: fc.option(anyDraft), goal: anyGoal, seed: fc.nat(99) })
  .map(({ town, draft, goal, seed }) => {
    const ground = townGround(town);
    const state = draft ? townDraft(ground, draft) : EMPTY_STATE;
    return { ground, state, goal, seed, loadWeights, settings: DEFAULT_SETTINGS, key: "test" };
  });

/** Units of locked and dedicated grids and of locked micro-grids, with where they are. */
function heldUnits({ units, microGrids, grids }: PlanState): [string, string][] {
  return [...units].filter(([, id]) => {
    const microGrid = microGrids.get(id)!;
    const { isLocked, kind } = grids.get(microGrid.gridId)!;
    return microGrid.isLocked || isLocked || kind === "dedicated";
  });
}

/** Whether the grid is there to be removed, and others that can take its units. */
function canGo({ grids }: PlanState, id: string): boolean {
  const free = [...grids].filter(([, { kind, isLocked }]) => kind === "basic" && !isLocked);
  return free.length > 1 && free.some(([gridId]) => gridId === id);
}

test("whatever is asked of whatever draft, what comes fits it, leaves locks alone and says what it is", () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      const { ground, state, goal, settings } = task;
      for (const { change, measures, assignment } of propose(task)) {
        const isRefused = goal.removeGrid !== undefined && !canGo(state, goal.removeGrid);
        if (isRefused) expect(change).toEqual({});
        const after = applyChange(state, change).state;
        // Every unit has one micro-grid, and that one grid.
        const units = planningUnits(ground, after.broken);
        for (const { id } of units) {
          const grid = after.grids.get(gridOfUnit(after, id) ?? "");
          if (!isRefused) expect(grid, `${id} is uncovered`).toBeDefined();
        }
        for (const [unit, microGridId] of heldUnits(state)) {
          expect(after.units.get(unit)).toBe(microGridId);
          const before = state.microGrids.get(microGridId)!;
          const isGone = goal.removeGrid === before.gridId;
          if (!isGone) expect(after.microGrids.get(microGridId)).toEqual(before);
        }
        for (const [id, grid] of state.grids) {
          if (grid.isLocked || grid.kind === "dedicated") expect(after.grids.get(id)).toEqual(grid);
        }
        for (const { gridId } of after.microGrids.values())
          expect(after.grids.has(gridId)).toBe(true);
        if (typeof goal.maxMoves === "number" && state.units.size > 0) {
          const isSame = [...state.grids.values()].some(
            ({ kind, isLocked }) => kind === "basic" && !isLocked,
          );
          if (isSame) expect(measures.moved).toBeLessThanOrEqual(goal.maxMoves);
        }
        const again = unitGroundOf(ground, after.broken, loadWeights);
        expect(measures).toEqual(measuresOf(again, after, { goal, settings, before: state }));
        const groupOf = (id: string) =>
          goal.level === "grid" ? gridOfUnit(after, id) : after.units.get(id);
        const groups = units.map(({ id }) => [id, groupOf(id)]);
        expect(assignment).toEqual(groups.filter(([, group]) => group !== undefined));
      }
    }),
    { numRuns: 40 },
  );
});

test("from nothing every grid is in one piece where the ground is, as many as were asked for", () => {
  fc.assert(
    fc.property(anyTown, fc.integer({ min: 1, max: 6 }), fc.nat(99), (town, grids, seed) => {
      const goal = ProposalGoal.parse({ grids });
      const task = { ground: townGround(town), state: EMPTY_STATE, goal, seed, loadWeights };
      const proposals = propose({ ...task, settings: DEFAULT_SETTINGS, key: "test" });
      for (const { measures, assignment } of proposals) {
        expect(measures).toMatchObject({ contiguous: true, cutOff: 0, moved: 0 });
        expect(new Set(assignment.map(([, grid]) => grid)).size).toBe(grids);
      }
    }),
    // One compound without anybody in it, to be kept whole and cut in two.
    {
      numRuns: 25,
      examples: [[{ columns: 3, rows: 2, households: [0], wallAfter: null }, 3, 0]],
    },
  );
});

test("the same task has the same answer, ids and all", () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      expect(propose(task)).toEqual(propose(structuredClone(task)));
    }),
    { numRuns: 8 },
  );
});
