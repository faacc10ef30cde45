import { expect, test } from "vitest";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { isOpen } from "#data/model/hazards/kinds.ts";
import { type HazardAction, refusalOf, statusAfter } from "#data/model/hazards/moves.ts";
import { type HazardState, pastState, stateAfter } from "#data/model/hazards/pastState.ts";
import { WORK_LIST_NAMES, WORK_LISTS } from "#data/model/hazards/workLists.ts";
import { ACTIONS, mayRole } from "#data/model/permissions.ts";
import { departmentsOf } from "#data/samples/hazards/departments.ts";
import type { SampleHazard } from "#data/samples/hazards/hazard.ts";
import { makeYear, type SampleYear } from "#data/samples/hazards/year.ts";
import { makeSample, SAMPLE_SLUGS, type SampleSlug } from "#data/samples/index.ts";

const NOW = Date.parse("2026-11-20T15:40:00+08:00");
const MADE = new Map(
  SAMPLE_SLUGS.map((slug) => {
    const bundle = makeSample(slug, "2026-11-20");
    return [slug, { bundle, year: makeYear(bundle, NOW) }];
  }),
);
const made = (slug: SampleSlug) => MADE.get(slug)!;

test.each(SAMPLE_SLUGS)("every step of %s is by the table, and by who may take it", (slug) => {
  const { bundle, year } = made(slug);
  const actorOf = actorsOf(bundle);
  for (const hazard of year.hazards) {
    let state: HazardState | undefined;
    for (const step of hazard.steps) {
      if (state) {
        const facts = { ...state, isExtensionAsked: state.extensionUntil !== null };
        const action = step.step as HazardAction;
        expect([
          hazard.note,
          action,
          refusalOf(facts, actorOf(hazard, step.actorId!), action),
        ]).toEqual([hazard.note, action, undefined]);
        expect([step.fromStatus, step.toStatus]).toEqual([
          state.status,
          statusAfter(facts, action),
        ]);
        expect(step.at > at(hazard, state)).toBe(true);
      }
      state = stateAfter(state, step);
    }
    expect(hazard.state).toEqual(pastState(hazard.steps, NOW));
  }
});

/** The moment of the step before the one that made a state. */
function at({ steps }: SampleHazard, state: HazardState): string {
  return steps.find(({ toStatus }) => toStatus === state.status)!.at;
}

test.each(SAMPLE_SLUGS)(
  "%s has a year of hazards, and something in every list of today",
  (slug) => {
    const { hazards } = made(slug).year;
    expect(hazards.length).toBeGreaterThanOrEqual(240);
    expect(hazards.length).toBeLessThanOrEqual(400);
    const open = hazards.filter(({ state }) => isOpen(state.status));
    expect(open.length).toBeLessThan(hazards.length / 3);
    for (const list of WORK_LIST_NAMES) {
      expect(open.filter(({ state }) => WORK_LISTS[list](state, NOW)).length).toBeGreaterThan(0);
    }
    const statuses = new Set(open.map(({ state }) => state.status));
    expect([...statuses].sort()).toEqual(
      ["assigned", "confirmed", "escalated", "rectified", "reported"].sort(),
    );
  },
);

test.each(SAMPLE_SLUGS)(
  "the year of %s is the same each time, and no id is there twice",
  (slug) => {
    const { bundle, year } = made(slug);
    expect(makeYear(bundle, NOW)).toEqual(year);
    const { hazards, photos, inspections, rounds } = year;
    const rows = [...hazards, ...hazards.flatMap(({ steps }) => steps), ...photos, ...inspections];
    const ids = [...rows, ...rounds].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test.each(SAMPLE_SLUGS)("places of %s were last inspected when their newest visit was", (slug) => {
  const { bundle, year } = made(slug);
  for (const { id, name, inspectedOn } of bundle.places) {
    const days = year.inspections.filter(({ placeId }) => placeId === id).map(dayOf);
    expect([name, days.sort().at(-1) ?? null]).toEqual([name, inspectedOn]);
  }
});

test("the cases that reports tell of are there, each with its pictures", () => {
  const keyOf = ({ steps }: SampleHazard) => steps.map(({ step }) => step).join(" ");
  const find = (slug: SampleSlug, word: string) => {
    const hazard = made(slug).year.hazards.find(({ note }) => note.includes(word))!;
    const kinds = picturesOf(made(slug).year, hazard);
    return { hazard, steps: keyOf(hazard), kinds };
  };
  const fire = find("hongqi", "10号楼一户");
  expect(fire.hazard).toMatchObject({ category: "fire", state: { status: "closed" } });
  expect(fire.kinds).toEqual(["before", "after"]);
  const paving = find("sihuan", "地砖大面积破损");
  expect(paving.steps.match(/escalate/g)).toHaveLength(2);
  expect(paving.kinds).toEqual(["before", "after"]);
  const sewer = find("xiaoyangquanbei", "下水道堵塞");
  expect(sewer.steps).toBe("report assign escalate extend grant rectify pass");
  expect(sewer.kinds).toEqual(["before", "other", "after"]);
  const wall = find("ruyizhuang", "常年渗水");
  expect(wall.hazard.state).toMatchObject({ status: "closed", returnCount: 3 });
});

test("小阳泉北's checks of shops and of homes of elderly people living alone are mostly done", () => {
  const { rounds, inspections } = made("xiaoyangquanbei").year;
  const running = rounds.filter(({ endedAt, name }) => endedAt === null && name.includes("蓝色"));
  expect(running).toHaveLength(2);
  for (const { id, targets } of running) {
    const visited = new Set(
      inspections.filter((one) => one.roundId === id).map((one) => one.targetId),
    );
    expect(visited.size).toBeGreaterThan(targets.length / 2);
    expect(visited.size).toBeLessThan(targets.length);
  }
});

function picturesOf({ photos }: SampleYear, hazard: SampleHazard) {
  return photos.filter(({ hazardId }) => hazardId === hazard.id).map(({ kind }) => kind);
}

function dayOf({ doneAt }: { doneAt: string }): string {
  return new Date(Date.parse(doneAt) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** What each person's duties let them do where a hazard is. */
function actorsOf(bundle: CommunityBundle) {
  const departments = new Set(departmentsOf(bundle.community.slug).map(({ id }) => id));
  const gridOf = new Map(bundle.microGrids.map(({ id, gridId }) => [id, gridId]));
  const compoundOf = new Map(bundle.buildings.map(({ id, compoundId }) => [id, compoundId]));
  return ({ unitId, buildingId }: SampleHazard, personId: string) => {
    const rows = bundle.planUnits.filter((row) => [unitId, buildingId].includes(row.unitId));
    const row = rows.find((one) => one.unitId === unitId) ?? rows[0];
    const microGridId = row?.microGridId ?? "";
    const places = [bundle.community.id, microGridId, gridOf.get(microGridId), buildingId];
    const here = new Set([...places, compoundOf.get(buildingId)]);
    const duties = bundle.duties.filter(
      (duty) => duty.personId === personId && here.has(duty.placeId),
    );
    expect(duties.length > 0 || departments.has(personId)).toBe(true);
    const actions = ACTIONS.filter((action) => duties.some(({ role }) => mayRole(role, action)));
    return { userId: personId, personIds: [personId], actions };
  };
}
