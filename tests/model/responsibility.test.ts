import { expect, test } from "vitest";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { answering, postsAt, rosterOn } from "#data/model/responsibility.ts";
import { addDuty, addLeave, addPerson, emptyVillage } from "./coverage/village.ts";

const TODAY = "2026-03-15";
const GRID = { type: "grid", id: "g1" } as const;

function namesOf(bundle: CommunityBundle, today = TODAY): string[] {
  return answering(rosterOn(bundle, today), GRID, "grid-worker").map(({ person }) => person.name);
}

test("a duty is answered from its first to its last day", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one", startsOn: "2026-03-10", endsOn: TODAY });
  expect(namesOf(bundle, "2026-03-09")).toEqual([]);
  expect(namesOf(bundle, "2026-03-10")).toEqual(["one"]);
  expect(namesOf(bundle)).toEqual(["one"]);
  expect(namesOf(bundle, "2026-03-16")).toEqual([]);
});

test("a duty answers for its own place and role only", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "elsewhere", personId: "one", placeId: "g2" });
  addDuty(bundle, { id: "otherwise", personId: "one", role: "inspector" });
  expect(namesOf(bundle)).toEqual([]);
});

test("a stand-in answers for who is away, and says for whom", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one" });
  addPerson(bundle, "two");
  addLeave(bundle, "duty", { standInId: "two" });
  const [who] = answering(rosterOn(bundle, TODAY), GRID, "grid-worker");
  expect(who).toMatchObject({ person: { id: "two" }, dutyId: "duty", standInFor: { id: "one" } });
});

test("who is away without a stand-in is on leave and answers for nothing", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one" });
  addLeave(bundle, "duty");
  const posts = postsAt(rosterOn(bundle, TODAY), GRID, "grid-worker");
  expect(posts).toMatchObject({
    answering: [],
    vacant: [],
    onLeave: [{ duty: { id: "duty" }, person: { id: "one" }, leave: { endsOn: "2026-03-20" } }],
  });
  expect(namesOf(bundle, "2026-03-21")).toEqual(["one"]);
});

test("nobody stands in for themselves", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one" });
  addLeave(bundle, "duty", { standInId: "one" });
  expect(postsAt(rosterOn(bundle, TODAY), GRID, "grid-worker").onLeave).toHaveLength(1);
});

test("of two leaves at once, one with a stand-in is enough", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one" });
  addPerson(bundle, "two");
  addLeave(bundle, "duty");
  addLeave(bundle, "duty", { standInId: "two" });
  expect(namesOf(bundle)).toEqual(["two"]);
});

test("of two leaves at once, the one that ends last says until when", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "duty", personId: "one" });
  for (const endsOn of ["2026-03-16", null, "2026-03-18"]) addLeave(bundle, "duty", { endsOn });
  const [absence] = postsAt(rosterOn(bundle, TODAY), GRID, "grid-worker").onLeave;
  expect(absence?.leave.endsOn).toBeNull();
});

test("a post that nobody holds is vacant, one that has not begun is nothing", () => {
  const bundle = emptyVillage();
  addDuty(bundle, { id: "vacant" });
  addDuty(bundle, { id: "future", startsOn: "2026-04-01" });
  const { vacant } = postsAt(rosterOn(bundle, TODAY), GRID, "grid-worker");
  expect(vacant.map(({ id }) => id)).toEqual(["vacant"]);
});
