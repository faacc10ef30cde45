import { expect, test } from "vitest";
import type { PlanPerson } from "#data/model/answers/planPeople.ts";
import { comparePlans } from "#data/model/planning/comparison.ts";
import type { PlanningGround, PlanningUnit } from "#data/model/planning/ground.ts";
import { planningUnits } from "#data/model/planning/ground.ts";
import { planOnDay } from "#data/model/planning/planOnDay.ts";
import { holdersOf, loadsOfPersons } from "#data/model/planning/posts.ts";
import { EMPTY_STATE, type PlanState, postKey } from "#data/model/planning/state.ts";
import { stayingPosts } from "#data/model/planning/staying.ts";
import { postNeeds } from "#data/model/planning/vacancies.ts";

const households = (unit: PlanningUnit) => unit.households;
/** Buildings of so many households, each a unit. */
const groundOf = (...counts: number[]): Pick<PlanningGround, "buildings"> => ({
  buildings: counts.map((count, index) => ({
    ...{ id: `b${index}`, name: `${index}`, compoundId: null, entrances: [] },
    ...{ footprint: { type: "Point", coordinates: [0, 0] }, facts: [count] },
  })),
});
const GROUND = groundOf(10, 20, 30, 40);
const UNITS = planningUnits(GROUND, new Set());

/** A grid for each letter with a micro-grid of the same: "aabb" puts the first two buildings in a. */
function stateOf(letters: string, posts: Record<string, string[]> = {}): PlanState {
  const ids = [...new Set(letters)].filter((letter) => letter !== "-");
  const facts = { name: "", ordinal: 1, isLocked: false };
  const grid = { ...facts, code: null, kind: "basic" as const, outline: null };
  return {
    ...EMPTY_STATE,
    grids: new Map(ids.map((id) => [id, grid])),
    microGrids: new Map(ids.map((id) => [`m${id}`, { ...facts, gridId: id }])),
    units: new Map(
      [...letters].flatMap((letter, unit): [string, string][] =>
        letter === "-" ? [] : [[`b${unit}`, `m${letter}`]],
      ),
    ),
    posts: new Map(Object.entries(posts).map(([id, who]) => [workerAt(id), who])),
  };
}

const workerAt = (placeId: string) => postKey({ role: "grid-worker", placeType: "grid", placeId });

function worker(id: string, places: string, leave?: { standIn: string | null }): PlanPerson {
  const standIn = leave?.standIn ? { id: leave.standIn, name: leave.standIn } : null;
  return {
    ...{ id, name: id, capacities: [] },
    posts: [...places].map((placeId) => ({
      ...{ role: "grid-worker" as const, placeType: "grid" as const, placeId, placeName: placeId },
      ...{ isOnLeave: leave !== undefined, onLeaveUntil: null, standIn },
    })),
  };
}

const staffed = (state: PlanState, people: PlanPerson[]) => ({
  state,
  holders: holdersOf(state, people),
});

test("who holds a post today keeps it, unless the plan names somebody or drops the place", () => {
  const people = [worker("wang", "ab"), worker("li", "c")];
  const holders = holdersOf(stateOf("aabb", { b: ["li"] }), people);
  expect([...holders.keys()].sort()).toEqual([workerAt("a"), workerAt("b")]);
  expect(holders.get(workerAt("a"))).toEqual([
    { personId: "wang", isInherited: true, leave: null },
  ]);
  expect(holders.get(workerAt("b"))![0]).toMatchObject({ personId: "li", isInherited: false });
});

test("somebody in several places carries them all, and who share a place share its load", () => {
  const state = stateOf("aabb", { a: ["wang"], b: ["wang", "li"] });
  const { holders } = staffed(state, [worker("wang", ""), worker("li", "")]);
  const loads = loadsOfPersons(state, holders, UNITS, "grid-worker", households);
  expect(Object.fromEntries(loads)).toEqual({ wang: 30 + 35, li: 35 });
});

test("a place is vacant, overloaded, or left by somebody on leave, with or without a stand-in", () => {
  const people = [
    worker("wang", "a", { standIn: null }),
    worker("li", "b", { standIn: "zhao" }),
    worker("zhao", "c"),
  ];
  const state = stateOf("abcd");
  const { holders } = staffed(state, people);
  const isOverloaded = (id: string) => id === "zhao";
  const work = { state, holders, units: UNITS, loadOf: households, isOverloaded };
  const statuses = [...postNeeds(work, "grid-worker").values()].map(({ status }) => status);
  expect(statuses).toEqual(["away", "stood-in", "overloaded", "vacant"]);
});

test("a building is not vacant where the contact of its compound answers for it", () => {
  const contact = worker("wang", "g");
  const held = { role: "party-contact" as const, placeType: "compound" as const };
  const people = [{ ...contact, posts: contact.posts.map((post) => ({ ...post, ...held })) }];
  const units = UNITS.map((unit, index) => ({
    ...{ ...unit, compoundId: index < 2 ? "g" : null },
  }));
  const own = postKey({ role: "party-contact", placeType: "building", placeId: "b1" });
  const state = { ...stateOf("aabb"), posts: new Map([[own, ["li"]]]) };
  const after = staffed(state, people);
  const work = { ...after, units, loadOf: households, isOverloaded: () => false };
  const needs = [...postNeeds(work, "party-contact").values()];
  const ids = (holders: readonly { personId: string }[]) =>
    holders.map(({ personId }) => personId).join();
  expect(needs.map(({ status, holders, wider }) => [status, ids(holders), ids(wider)])).toEqual([
    ["fine", "", "wang"],
    ["fine", "li", "wang"],
    ["vacant", "", ""],
    ["vacant", "", ""],
  ]);
  const today = staffed(stateOf("aabb"), people);
  expect(stayingPosts(today, today, units, "party-contact", households)).toEqual([]);
  const loads = loadsOfPersons(state, after.holders, units, "party-contact", households);
  expect(Object.fromEntries(loads)).toEqual({ wang: 10 + 10, li: 10 });
});

test("everyone stays with most of their units, and one place more does not get them twice", () => {
  const people = [worker("wang", "a"), worker("li", "b")];
  const before = staffed(stateOf("aabb"), people);
  // Under new ids: x has wang's units and one of li's, y the rest, z is new and empty of both.
  const after = staffed(stateOf("xxxy"), people);
  const posts = stayingPosts(before, after, UNITS, "grid-worker", households);
  expect(posts.map(([{ placeId }, ids]) => [placeId, ids])).toEqual([
    ["x", ["wang"]],
    ["y", ["li"]],
  ]);
  expect(stayingPosts(before, before, UNITS, "grid-worker", households)).toEqual([]);
});

test("a comparison names what changes grid or worker, and pairs grids that only have other ids", () => {
  const people = [worker("wang", "a"), worker("li", "b")];
  const before = staffed(stateOf("aabb"), people);
  const after = staffed(stateOf("xbbb", { x: ["wang"] }), people);
  const { moves, grids } = comparePlans(before, after, GROUND, households);
  expect(
    moves.map(({ unit, changesGrid, changesWorker }) => [unit.id, changesGrid, changesWorker]),
  ).toEqual([["b1", true, true]]);
  expect(
    grids.map(({ beforeId, afterId, before, after }) => [
      ...[beforeId, afterId, before.load, after.load],
    ]),
  ).toEqual([
    ["a", "x", 30, 10],
    ["b", "b", 70, 90],
  ]);
});

test("on each day one plan is in force, the one to come on its own", () => {
  const plan = (
    id: string,
    status: "superseded" | "in-force" | "scheduled" | "draft",
    from: string | null,
    until: string | null = null,
  ) => ({ id, status, effectiveFrom: from, effectiveUntil: until });
  const plans = [
    plan("next", "scheduled", "2026-10-01"),
    plan("now", "in-force", "2026-03-01"),
    plan("hour", "superseded", "2026-03-01", "2026-03-01"),
    plan("first", "superseded", "2025-01-01", "2026-02-28"),
    plan("draft", "draft", null),
  ];
  const on = (day: string) => planOnDay(plans, day)?.id;
  expect(
    ["2024-12-31", "2025-01-01", "2026-02-28", "2026-03-01", "2026-09-30", "2026-10-01"].map(on),
  ).toEqual([undefined, "first", "first", "now", "now", "next"]);
});
