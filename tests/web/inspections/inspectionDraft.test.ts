import { expect, test } from "vitest";
import { NewInspection } from "#data/model/answers/inspections.ts";
import { DEFAULT_CHECKLISTS } from "#data/model/inspections/checklists.ts";
import { InspectionDraft } from "#web/state/inspections/inspectionDraft.svelte.ts";
import type { InspectionSubject } from "#web/state/inspections/subject.ts";
import type { TakenPhoto } from "#web/state/outbox/photo.ts";

const ID = "0193f0d0-0000-7000-8000-000000000001";
const PHOTO = "0193f0d0-0000-7000-8000-000000000002";

const subject: InspectionSubject = {
  ...{ roundId: ID, targetId: ID, checklistId: null, type: "building", name: "3号楼" },
  ...{ detail: "", placeId: null, buildingId: ID, storeys: 3 },
  location: { type: "Point", coordinates: [116.4, 39.9] },
  lines: DEFAULT_CHECKLISTS[0]!.lines,
};

const draftOf = (changes: Partial<InspectionSubject> = {}) =>
  new InspectionDraft("hongqi", { ...subject, ...changes });

const bodyOf = (draft: InspectionDraft) => NewInspection.parse(draft.letter("3号楼").body);

test("a visit is not sent before every line is answered, and all well answers what is left", () => {
  const draft = draftOf();
  expect(draft.lacks).toBe("lines");
  draft.lines[0]!.answer = "not-applicable";
  draft.sayAllWell();
  expect(draft.lacks).toBeNull();
  const { answers, floors, hazards } = bodyOf(draft);
  expect(answers).toHaveLength(subject.lines.length);
  expect(answers.map(({ answer }) => answer).slice(0, 2)).toEqual(["not-applicable", "pass"]);
  expect(floors).toEqual([1, 2, 3]);
  expect(hazards).toEqual([]);
});

test("a fail brings its hazard, with the picture that was taken of it", () => {
  const draft = draftOf();
  const [fail] = draft.lines;
  const photo = { id: PHOTO, kind: "before" as const, takenAt: null, keepsLocation: false };
  const taken: TakenPhoto = { photo, picture: new Blob(["a"]) };
  Object.assign(fail!, { answer: "fail", note: "堆了两辆旧车", photos: [taken], level: "major" });
  draft.sayAllWell();
  expect(draft.lacks).toBe("rule");
  fail!.majorRule = "GB 35181";
  const { hazards, photos } = bodyOf(draft);
  expect(hazards).toMatchObject([
    { lineId: fail!.line.id, category: "exit", buildingId: ID, majorRule: "GB 35181" },
  ]);
  expect(hazards[0]!.photos.map(({ id }) => id)).toEqual([PHOTO]);
  expect(photos).toEqual([]);
  expect(draft.letter("3号楼").photos).toEqual([photo]);
  expect([...draft.pictures.keys()]).toEqual([PHOTO]);
});

test("outside of rounds just the thing itself is named", () => {
  const place = draftOf({ ...{ roundId: null, targetId: null, type: "place", placeId: PHOTO } });
  place.sayAllWell();
  expect(bodyOf(place)).toMatchObject({ placeId: PHOTO, buildingId: null, targetId: null });
});

test("basements are offered one deeper than was walked, and only where somebody was there", () => {
  const draft = draftOf();
  expect(draft.basements).toEqual([-1]);
  draft.walk(-1);
  expect(draft.basements).toEqual([-2, -1]);
  draft.sayAllWell();
  expect(bodyOf(draft).floors).toEqual([-1]);
  draft.walkAll();
  expect(bodyOf(draft).floors).toEqual([-1, 1, 2, 3]);
});
