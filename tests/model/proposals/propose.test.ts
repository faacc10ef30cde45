import { expect, test } from "vitest";
import { ProposalGoal, type Explanation } from "#data/model/answers/proposals.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { applyChange } from "#data/model/planning/change.ts";
import { figuresOf } from "#data/model/planning/figures/figures.ts";
import { figureGroundOf } from "#data/model/planning/figures/ground.ts";
import { planningUnits } from "#data/model/planning/ground.ts";
import { layoutOf } from "#data/model/planning/layout.ts";
import { planMapOf } from "#data/model/planning/planMap.ts";
import { EMPTY_STATE, gridOfUnit, type PlanState } from "#data/model/planning/state.ts";
import { explainUnit } from "#data/model/proposals/explainUnit.ts";
import { matchParts } from "#data/model/proposals/matching.ts";
import { GridNames, MicroGridNames } from "#data/model/proposals/names.ts";
import { propose, type ProposalTask } from "#data/model/proposals/propose.ts";
import { makeSample } from "#data/samples/index.ts";
import { planningGround } from "#server/plans/ground.ts";
import { Resident } from "#server/resident/resident.ts";
import { townDraft, townGround } from "./town.ts";

const loadWeights = { ...DEFAULT_SETTINGS.loadWeights, floorWithoutLift: 0 };
const settings = DEFAULT_SETTINGS;
const ground = townGround({ columns: 8, rows: 4, households: [30], wallAfter: null });
const draft = townDraft(ground, {
  ...{ gridColumns: 2, microGridRows: 2, uncoveredEvery: null },
  ...{ lockedGrid: null, dedicatedGrid: null, lockedMicroGrid: null },
});
const ask = (goal: object, more: Partial<ProposalTask> = {}) =>
  propose({
    ...{ ground, state: draft, loadWeights, settings, seed: 1, key: "test" },
    goal: { ...ProposalGoal.parse({}), ...goal },
    ...more,
  });
const kindsOf = (explanations: readonly Explanation[]) => explanations.map(({ kind }) => kind);
const namesOf = ({ grids }: PlanState) => [...grids.values()].map(({ name }) => name);

test("新源 comes out of nothing on two levels: every limit kept, towers broken into their entrances", () => {
  const resident = new Resident(makeSample("xinyuan", "2026-11-22"), {});
  const sample = resident.bundle.community.settings;
  const proposals = ask(
    { grids: 8, microGridLoad: [30, 100] },
    {
      ground: planningGround(resident, { rows: [], kept: new Map() }),
      state: EMPTY_STATE,
      settings: sample,
      loadWeights: sample.loadWeights,
    },
  );
  for (const { measures, change, explanations, assignment } of proposals) {
    expect(measures).toMatchObject({ outsideLimits: 0, contiguous: true, cutOff: 0, moved: 0 });
    expect(new Set(assignment.map(([, grid]) => grid)).size).toBe(8);
    const { microGrids } = applyChange(EMPTY_STATE, change).state;
    expect(Math.abs(microGrids.size - 43)).toBeLessThanOrEqual(4);
    const broken = explanations.filter(({ kind }) => kind === "unit-too-large");
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.every(({ values }) => Number(values["entrances"]) > 1)).toBe(true);
    expect(change.broken?.length).toBe(broken.length);
  }
});

test("evening micro-grids out fills none that was painted empty, and takes no unit out of its grid", () => {
  const [emptied, ...others] = [...draft.microGrids].filter(([, { gridId }]) => gridId === "g1");
  const put = [...draft.units]
    .filter(([, microGridId]) => microGridId === emptied![0])
    .map(([id]): [string, string] => [id, others[0]![0]]);
  const state = applyChange(draft, { put }).state;
  for (const { change } of ask({ level: "micro-grid", maxMoves: 10 }, { state })) {
    const after = applyChange(state, change).state;
    expect([...after.units.values()]).not.toContain(emptied![0]);
    for (const id of state.units.keys()) expect(gridOfUnit(after, id)).toBe(gridOfUnit(state, id));
  }
});

test("moving few mends what was cut off before, though every size is right as it is", () => {
  const state = applyChange(draft, { put: [["b6-1", "g0m0"]] }).state;
  for (const maxMoves of ["least", 1] as const) {
    for (const { measures, change } of ask({ load: [100, 400], maxMoves }, { state })) {
      expect(measures).toMatchObject({ contiguous: true, moved: 1 });
      expect(gridOfUnit(applyChange(state, change).state, "b6-1")).toBe("g3");
    }
  }
  const within = applyChange(draft, {
    put: [
      ["b0-3", "g0m0"],
      ["b0-0", "g0m1"],
    ],
  }).state;
  const [few] = ask({ level: "micro-grid", load: [10, 400], maxMoves: "least" }, { state: within });
  expect(few!.measures).toMatchObject({ cutOff: 0, moved: 2 });
});

test("grids that stay keep their identity and name; a new one goes on counting", () => {
  const [same] = ask({ grids: 4 });
  expect(same!.measures.moved).toBeLessThan(ground.buildings.length / 2);
  expect(namesOf(applyChange(draft, same!.change).state)).toEqual(namesOf(draft));
  const [more] = ask({ addGridBeside: "g1" });
  const after = applyChange(draft, more!.change).state;
  expect(namesOf(after)).toEqual([...namesOf(draft), "Grid 5"]);
  // Half of the grid, and nothing else.
  expect(more!.measures.moved).toBe(4);
  expect(new GridNames(["第十九网格", "第一网格"]).next()).toBe("第二网格");
  expect(new GridNames([]).next()).toBe("第一网格");
  expect(new MicroGridNames(["微网格7-1"]).next("第七网格", 3)).toBe("微网格7-2");
});

test("who leaves hands whole micro-grids over to the neighbours, and the posts of the grid go", () => {
  const [few] = ask({ removeGrid: "g0" });
  const after = applyChange(draft, few!.change).state;
  expect(after.grids.has("g0")).toBe(false);
  expect(after.posts.size).toBe(0);
  expect(after.microGrids.get("g0m0")).toMatchObject({ name: "M1-1", gridId: "g1" });
  expect(few!.measures).toMatchObject({ moved: 8, contiguous: true });
  expect(ask({ removeGrid: "nowhere" })[0]!.change).toEqual({});
});

test("what stands outside joins the nearest and says so; what is above a limit names who has room", () => {
  const [divided] = ask({ grids: 3 }, { state: EMPTY_STATE });
  const island = divided!.explanations.find(({ kind }) => kind === "island-joined");
  expect(island).toMatchObject({ name: "远楼", values: { buildings: 1, load: 5 } });
  const crowded: PlanState = {
    ...draft,
    units: new Map([...draft.units].map(([id, at]) => [id, at === "g1m0" ? "g0m0" : at])),
  };
  const [kept] = ask({ load: [0, 300], maxMoves: 0 }, { state: crowded });
  const above = kept!.explanations.find(({ kind }) => kind === "above-limit");
  expect(above).toMatchObject({ subjectId: "g0", values: { limit: 300, nearestId: "g1" } });
  expect(kindsOf(kept!.explanations)).toContain("moves-used-up");
  const [balanced] = ask({ load: [0, 300], maxMoves: "least" }, { state: crowded });
  expect(balanced!.measures).toMatchObject({ outsideLimits: 0, contiguous: true });
  expect(balanced!.measures.moved).toBeLessThanOrEqual(4);
});

test("what a proposal says of shape and walks is what the figures show of it", () => {
  const [divided] = ask({ grids: 3 }, { state: EMPTY_STATE });
  const { state } = applyChange(EMPTY_STATE, divided!.change);
  const map = planMapOf(ground, state.broken);
  const units = planningUnits(ground, state.broken);
  const layout = layoutOf(state, map.unitIds);
  const figures = figuresOf(figureGroundOf(map, units, ground, loadWeights), layout);
  expect(divided!.measures.compactness).toBeCloseTo(figures.compactness, 9);
  expect(divided!.measures.distanceMeters).toBeCloseTo(figures.walkMeters, 9);
});

test("a unit is explained by its neighbours, what holds it, and what each move would do", () => {
  const locked: PlanState = {
    ...draft,
    grids: new Map(draft.grids).set("g0", { ...draft.grids.get("g0")!, isLocked: true }),
  };
  const explained = (state: PlanState, id: string) =>
    explainUnit({ ground, loadWeights, settings, goal: { level: "grid" } }, state, id)!;
  expect(explained(locked, "b0-0").holds).toEqual(["locked", "inside"]);
  const atBorder = explained(draft, "b1-1");
  expect(atBorder).toMatchObject({ groupId: "g0", load: 30, households: 30 });
  expect(atBorder.moves).toMatchObject([
    { groupId: "g1", here: { before: 240, after: 210 }, there: { before: 240, after: 270 } },
  ]);
  expect(atBorder.neighbours.map(({ unitId }) => unitId)).toContain("b2-1");
  expect(explained(draft, "exclave").groupId).toBeNull();
  expect(explainUnit({ ground, loadWeights, settings, goal: { level: "grid" } }, draft, "x")).toBe(
    undefined,
  );
});

test("parts are matched for the greatest overlap in all, not one by one", () => {
  const overlaps = [
    new Map([
      [0, 10],
      [1, 9],
    ]),
    new Map([[0, 8]]),
    new Map<number, number>(),
  ];
  expect(matchParts(overlaps, 2)).toEqual(Int32Array.of(1, 0, -1));
});

test("stopped, a proposal gives what it has so far", () => {
  let asked = 0;
  const goal = ProposalGoal.parse({ grids: 4 });
  const stopped = propose(
    { ground, state: draft, goal, loadWeights, settings, seed: 1, key: "test" },
    () => ++asked < 3,
  );
  expect(stopped.map(({ priority }) => priority)).toEqual(["balanced"]);
  expect(stopped[0]!.measures).toMatchObject({ contiguous: true });
});
