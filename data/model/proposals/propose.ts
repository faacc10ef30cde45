import type { ProposalAlternative, ProposalGoal } from "../answers/proposals.ts";
import type { LoadWeights } from "../communities.ts";
import { differenceOf } from "../planning/difference.ts";
import { planningUnits, type PlanningGround } from "../planning/ground.ts";
import { gridOfUnit, type PlanState } from "../planning/state.ts";
import type { PlanChange } from "../planning/change.ts";
import { TASTES_OF_CHANGES, TASTES_OF_DIVISIONS, type Bench, type Taste } from "./bench.ts";
import { breakOversized, type Oversized } from "./breaking.ts";
import { explain } from "./explain.ts";
import { freeGroundOf } from "./free.ts";
import { idMaker } from "./ids.ts";
import { compoundsOf, groupsToKeep } from "./keepWhole.ts";
import { limitsFor, type SizeSettings } from "./limits.ts";
import { measuresOf } from "./measures.ts";
import { nextState } from "./nextState.ts";
import { recognise } from "./recognise.ts";
import { isChangeOf, solve, wayTo, type Way } from "./solve.ts";
import { unitGroundOf } from "./unitGround.ts";

/** Plain values, fit for a worker. */
export interface ProposalTask {
  ground: PlanningGround;
  state: PlanState;
  goal: ProposalGoal;
  loadWeights: LoadWeights;
  settings: SizeSettings;
  seed: number;
  /** New grids get the same ids for the same key and seed: say which plan it is, and which version. */
  key: string;
}

/** An alternative as the API answers it, its change as one of the model. */
export interface Proposal extends Omit<ProposalAlternative, "change"> {
  change: PlanChange;
}

/**
 * Reaches a goal in three ways that put different things first. Nothing is stored: each carries the
 * change that makes it of the draft. The same task always has the same answer.
 * @param onProgress gets 0 to 1 and what is finished; answers whether to go on. Stopped, what is begun
 *   is finished as it stands, and the rest left out.
 */
export function propose(
  task: ProposalTask,
  onProgress: (share: number, finished: readonly Proposal[]) => boolean = () => true,
): Proposal[] {
  const { bench, way, oversized } = benchOf(task);
  const tastes = isChangeOf(way) ? TASTES_OF_CHANGES : TASTES_OF_DIVISIONS;
  const finished: Proposal[] = [];
  let goesOn = true;
  for (const [index, taste] of tastes.entries()) {
    const report = (share: number) => {
      goesOn &&= onProgress((index + share) / tastes.length, finished);
      return goesOn;
    };
    if (!report(0)) break;
    finished.push(alternative(task, bench, way, taste, oversized, report));
  }
  return finished;
}

function benchOf(task: ProposalTask): { bench: Bench; way: Way; oversized: Oversized[] } {
  const { ground: plan, goal, settings, loadWeights, seed } = task;
  const whole = { state: task.state, oversized: [] };
  const units = planningUnits(plan, task.state.broken);
  const way = wayTo(goal, { state: task.state, free: freeGroundOf({ units }, task.state) });
  const { state, oversized } = isChangeOf(way)
    ? whole
    : breakOversized(plan, task.state, goal, settings, loadWeights);
  const ground = unitGroundOf(plan, state.broken, loadWeights);
  const max = limitsFor(goal, goal.level, settings).max;
  return {
    way,
    oversized,
    bench: {
      ground,
      state,
      free: freeGroundOf(ground, state),
      goal,
      settings,
      seed,
      groups: groupsToKeep(ground, plan, goal, max),
      compounds: compoundsOf(ground),
    },
  };
}

function alternative(
  { ground: plan, state: before, key }: ProposalTask,
  bench: Bench,
  way: Way,
  { priority, ...taste }: Taste,
  oversized: readonly Oversized[],
  report: (share: number) => boolean,
): Proposal {
  const { ground, goal, settings, free, seed } = bench;
  const layout = solve(bench, way, { priority, ...taste }, report);
  const known = recognise(ground, bench.state, free, layout);
  const state = nextState(ground, bench.state, free, known, idMaker(`${key}/${seed}/${priority}`));
  const measures = measuresOf(ground, state, { goal, settings, before });
  const groupOf = (id: string) =>
    goal.level === "grid" ? gridOfUnit(state, id) : state.units.get(id);
  return {
    priority,
    assignment: ground.units.flatMap(({ id }): [string, string][] => {
      const group = groupOf(id);
      return group === undefined ? [] : [[id, group]];
    }),
    measures,
    explanations: explain({
      bench,
      priority,
      state,
      measures,
      oversized,
      compoundNames: new Map(plan.compounds.map(({ id, name }) => [id, name])),
      missing: missingOf(goal, way, layout.gridIds.length + free.lockedGrids),
    }),
    change: differenceOf(before, state),
  };
}

function missingOf(goal: ProposalGoal, way: Way, made: number) {
  const isShort = way === "divide" && goal.grids !== undefined && made < goal.grids;
  return isShort ? { asked: goal.grids!, made } : undefined;
}
