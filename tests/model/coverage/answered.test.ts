import { expect, test } from "vitest";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { findingsOf, findingsOfKind, idsOf } from "./asking.ts";
import { addBuilding, addDuty, addLeave, addPerson, assign, grid, village } from "./village.ts";

function endDuty(bundle: CommunityBundle, id: string): void {
  bundle.duties = bundle.duties.filter((duty) => duty.id !== id);
}

function vacate(bundle: CommunityBundle, id: string): void {
  bundle.duties = bundle.duties.map((duty) =>
    duty.id === id ? { ...duty, personId: null } : duty,
  );
}

function wantContacts(bundle: CommunityBundle): void {
  bundle.community.settings.wantsBuildingContacts = true;
}

function addChief(bundle: CommunityBundle, buildingId: string, personId: string | null): void {
  const id = `${buildingId}-chief`;
  const place = { placeType: "building", placeId: buildingId } as const;
  addDuty(bundle, { id, personId, role: "building-chief", ...place });
}

test("a grid that no duty names is without a worker", () => {
  const bundle = village();
  endDuty(bundle, "g1-worker");
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ id: "grid-without-worker:g1", severity: "act", postIds: [] });
});

test("a grid whose worker's duty ended yesterday is without a worker", () => {
  const bundle = village();
  bundle.duties[0]!.endsOn = "2026-03-14";
  expect(idsOf(findingsOf(bundle))).toEqual(["grid-without-worker:g1"]);
});

test("a vacant post on a grid without other worker is named by the grid's finding only", () => {
  const bundle = village();
  vacate(bundle, "g1-worker");
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ id: "grid-without-worker:g1", postIds: ["g1-worker"] });
});

test("a second post that is vacant beside a worker is to look at, not an alarm", () => {
  const bundle = village();
  addDuty(bundle, { id: "second" });
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: "duty-vacant:second",
    severity: "look",
    isAnsweredByOther: true,
  });
});

test("a grid with two workers, one of whom is on leave, is covered", () => {
  const bundle = village();
  addDuty(bundle, { id: "second", personId: "worker3" });
  addLeave(bundle, "second");
  const findings = findingsOf(bundle);
  expect(idsOf(findings)).toEqual(["duty-on-leave:second"]);
  expect(findings[0]?.severity).toBe("look");
});

test("a micro-grid without leader says which grid it is of", () => {
  const bundle = village();
  vacate(bundle, "m3-leader");
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: "micro-grid-without-leader:m3",
    gridName: "第2网格",
    postIds: ["m3-leader"],
    position: [116.003, 40],
  });
});

test("a micro-grid whose leader is on leave gives the leave only", () => {
  const bundle = village();
  addLeave(bundle, "m1-leader");
  const [finding, ...others] = findingsOf(bundle);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: "duty-on-leave:m1-leader",
    severity: "act",
    subject: { type: "duty", id: "m1-leader", name: "1号微网格" },
    role: "micro-grid-leader",
    personName: "leader1",
    leaveEndsOn: "2026-03-20",
  });
});

test("a leave with a stand-in gives no finding, nor does one that is over", () => {
  const bundle = village();
  addPerson(bundle, "neighbour");
  addLeave(bundle, "m1-leader", { standInId: "neighbour" });
  addLeave(bundle, "m2-leader", { endsOn: "2026-03-14" });
  expect(findingsOf(bundle)).toEqual([]);
});

test("a vacant post of another role is said where it is", () => {
  const bundle = village();
  addChief(bundle, "b2", null);
  const place = { placeType: "community", placeId: "village" } as const;
  addDuty(bundle, { id: "inspector", role: "inspector", ...place });
  const vacant = findingsOfKind("duty-vacant", bundle);
  expect(vacant.map(({ subject, severity }) => [subject.name, severity])).toEqual([
    ["2号楼", "act"],
    ["样村社区", "act"],
  ]);
});

test("a vacant post at a compound is shown in the middle of its buildings", () => {
  const bundle = village();
  const place = { placeType: "compound", placeId: "c1" } as const;
  addDuty(bundle, { id: "keeper", role: "lane-keeper", ...place });
  const [finding] = findingsOfKind("duty-vacant", bundle);
  expect([
    [116.002, 40],
    [116.003, 40],
  ]).toContainEqual(finding?.position);
});

test("a post at a grid of another plan, or at an empty one, is not missed", () => {
  const bundle = village();
  bundle.grids.push(grid(3));
  addDuty(bundle, { id: "empty", placeId: "g3" });
  addDuty(bundle, { id: "gone", placeId: "g9" });
  expect(idsOf(findingsOf(bundle))).toEqual(["grid-empty:g3"]);
});

test("buildings without a contact are said only where the community wants contacts", () => {
  const bundle = village();
  expect(findingsOf(bundle)).toEqual([]);
  wantContacts(bundle);
  expect(findingsOfKind("building-without-contact", bundle)).toHaveLength(4);
});

test("a chief or a party contact is a contact; a vacant chief's post is named by the building", () => {
  const bundle = village();
  wantContacts(bundle);
  addChief(bundle, "b1", "chief");
  const place = { placeType: "building", placeId: "b2" } as const;
  addDuty(bundle, { id: "contact", personId: "chief", role: "party-contact", ...place });
  addChief(bundle, "b3", null);
  const findings = findingsOfKind("building-without-contact", bundle);
  expect(findings.map(({ subject, postIds }) => [subject.id, postIds])).toEqual([
    ["b3", ["b3-chief"]],
    ["b4", []],
  ]);
  expect(findingsOf(bundle)).toHaveLength(2);
});

test("a building whose chief is on leave gives the leave only", () => {
  const bundle = village();
  wantContacts(bundle);
  for (const id of ["b1", "b2", "b3", "b4"]) addChief(bundle, id, "chief");
  addLeave(bundle, "b4-chief");
  expect(idsOf(findingsOf(bundle))).toEqual(["duty-on-leave:b4-chief"]);
});

test("the position of a grid's finding is a unit of that grid", () => {
  const bundle = village();
  addBuilding(bundle, 90, 0);
  assign(bundle, "b90", "m1");
  endDuty(bundle, "g1-worker");
  expect(findingsOf(bundle)[0]?.position).toEqual([116.002, 40]);
});
