import type { PlanChange } from "#data/model/planning/change.ts";
import type { PlanningGround } from "#data/model/planning/ground.ts";
import { type PlanState, type PostPlace, postKey } from "#data/model/planning/state.ts";
import { m } from "#web/messages/compiled/messages.js";
import { ROLE_WORDS } from "#web/words/duties.ts";
import { numberText } from "#web/words/numbers.ts";

/** One thing that is otherwise in mine than in theirs. */
export interface ConflictLine {
  id: string;
  name: string;
  mine: string;
  theirs: string;
}

export interface ConflictGroup {
  kind: keyof PlanChange;
  title: string;
  lines: ConflictLine[];
}

/** The two states; a name is looked for in mine, then in theirs. */
interface Sides {
  mine: PlanState;
  theirs: PlanState;
  unitNames: ReadonlyMap<string, string>;
}

/**
 * Where two states differ, by name: people first look where buildings belong.
 * @param difference what makes mine of theirs
 */
export function conflictGroups(
  mine: PlanState,
  theirs: PlanState,
  difference: PlanChange,
  ground: Pick<PlanningGround, "buildings" | "compounds">,
): ConflictGroup[] {
  const sides: Sides = { mine, theirs, unitNames: unitNames(ground) };
  const { put = [], grids = [], microGrids = [], broken = [], posts = [] } = difference;
  const groups: ConflictGroup[] = [
    {
      kind: "put",
      title: m.plan_conflict_units(),
      lines: put.map(([id]) => lineOf(sides, id, (state) => whereText(state, id))),
    },
    {
      kind: "grids",
      title: m.plan_conflict_grids(),
      lines: grids.map(([id]) => lineOf(sides, id, (state) => factsText(state.grids.get(id)))),
    },
    {
      kind: "microGrids",
      title: m.plan_conflict_micro_grids(),
      lines: microGrids.map(([id]) => lineOf(sides, id, (state) => microGridText(state, id))),
    },
    {
      kind: "broken",
      title: m.plan_conflict_broken(),
      lines: broken.map(([id]) => lineOf(sides, id, (state) => brokenText(state, id))),
    },
    {
      kind: "posts",
      title: m.plan_conflict_posts(),
      lines: posts.map(([place]) => postLine(sides, place)),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function lineOf(sides: Sides, id: string, say: (state: PlanState) => string): ConflictLine {
  return { id, name: nameOf(sides, id), mine: say(sides.mine), theirs: say(sides.theirs) };
}

function postLine(sides: Sides, place: PostPlace): ConflictLine {
  const key = postKey(place);
  const line = lineOf(sides, place.placeId, (state) => postText(state.posts.get(key)));
  return { ...line, id: key, name: `${line.name} ${ROLE_WORDS[place.role]()}` };
}

function nameOf({ mine, theirs, unitNames }: Sides, id: string): string {
  const grid = mine.grids.get(id) ?? theirs.grids.get(id);
  return (
    grid?.name ??
    microGridName(mine, id) ??
    microGridName(theirs, id) ??
    unitNames.get(id) ??
    m.plan_conflict_gone()
  );
}

/** Of every building and every entrance; each compound has a building 1. */
function unitNames({ buildings, compounds }: Pick<PlanningGround, "buildings" | "compounds">) {
  const compoundNames = new Map(compounds.map(({ id, name }) => [id, name]));
  const names = new Map<string, string>();
  for (const building of buildings) {
    const compound = compoundNames.get(building.compoundId ?? "");
    const name = compound ? `${compound} ${building.name}` : building.name;
    names.set(building.id, name);
    for (const entrance of building.entrances) names.set(entrance.id, `${name} ${entrance.name}`);
  }
  return names;
}

/** 第一网格 · 微网格3 */
function microGridName(state: PlanState, id: string): string | undefined {
  const facts = state.microGrids.get(id);
  if (!facts) return undefined;
  const grid = state.grids.get(facts.gridId);
  return grid ? `${grid.name} · ${facts.name}` : facts.name;
}

function whereText(state: PlanState, unitId: string): string {
  return microGridName(state, state.units.get(unitId) ?? "") ?? m.plan_conflict_no_micro_grid();
}

function microGridText(state: PlanState, id: string): string {
  const facts = state.microGrids.get(id);
  return factsText(facts && { ...facts, name: microGridName(state, id) ?? facts.name });
}

function factsText(facts: { name: string; isLocked: boolean } | undefined): string {
  if (!facts) return m.plan_conflict_none();
  return facts.isLocked ? m.plan_conflict_locked({ name: facts.name }) : facts.name;
}

function brokenText(state: PlanState, buildingId: string): string {
  return state.broken.has(buildingId) ? m.plan_conflict_is_broken() : m.plan_conflict_is_whole();
}

function postText(personIds: readonly string[] | undefined): string {
  if (!personIds) return m.plan_conflict_as_today();
  if (personIds.length === 0) return m.plan_conflict_vacant();
  return m.plan_conflict_people({ number: numberText(personIds.length) });
}
