import { expect, test } from "vitest";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { makeSample, SAMPLE_SLUGS } from "#data/samples/index.ts";
import { INTENDED } from "#data/samples/intended.ts";
import type { Mistakes } from "#data/samples/mistakes.ts";
import { namesOf } from "#data/samples/spoil.ts";
import { findingsOf } from "./coverageOfSample.ts";

const TODAY = "2026-11-22";

test.each(SAMPLE_SLUGS)(
  "coverage finds in %s what was put there on purpose, and nothing else",
  (slug) => {
    const bundle = makeSample(slug, TODAY);
    const found = findingsOf(bundle, TODAY).map(({ kind, subject }) => `${kind} ${subject.id}`);
    expect(found.sort()).toEqual(expectedOf(bundle, INTENDED[slug]).sort());
  },
);

test("every kind of finding that a plan, its people or its ground can have is in some sample", () => {
  const kinds = SAMPLE_SLUGS.flatMap((slug) => Object.keys(INTENDED[slug]));
  expect([...new Set(kinds)].sort()).toEqual([
    "absent",
    "againstOutline",
    "doubled",
    "farOff",
    "notInspected",
    "outside",
    "overSize",
    "uncovered",
    "underSize",
    "withoutContact",
    "withoutLeader",
    "withoutWorker",
  ]);
});

function expectedOf(bundle: CommunityBundle, mistakes: Mistakes): string[] {
  const { building, grid, microGrid } = namesOf(bundle);
  const say = <T>(kind: string, list: readonly T[] | undefined, id: (one: T) => string) =>
    (list ?? []).map((one) => `${kind} ${id(one)}`);
  const away = mistakes.absent?.filter(({ standIn }) => !standIn);
  return [
    ...say("unit-uncovered", mistakes.uncovered, building),
    ...say("unit-doubled", mistakes.doubled, (one) =>
      entranceOf(bundle, building(one.building), one.entrance),
    ),
    ...say("micro-grid-without-leader", mistakes.withoutLeader, microGrid),
    ...say("grid-without-worker", mistakes.withoutWorker, grid),
    ...say("duty-on-leave", away, ({ role, place }) => dutyOf(bundle, role, place)),
    ...say("grid-cut-off", mistakes.farOff, (one) => gridOf(bundle, microGrid(one.microGrid))),
    ...say("outline-disagrees", mistakes.againstOutline, (one) => building(one.building)),
    ...say("place-not-inspected", mistakes.notInspected, ({ place }) => placeOf(bundle, place)),
    ...say("building-without-contact", mistakes.withoutContact, building),
    ...say("building-outside-boundary", mistakes.outside, building),
    ...say("grid-too-large", mistakes.overSize, grid),
    ...say("grid-too-small", mistakes.underSize, grid),
  ];
}

function entranceOf(bundle: CommunityBundle, buildingId: string, ordinal: number): string {
  return bundle.entrances.find((e) => e.buildingId === buildingId && e.ordinal === ordinal)!.id;
}

function dutyOf(bundle: CommunityBundle, role: string, place: string): string {
  const placeId = namesOf(bundle).any(place);
  return bundle.duties.find((duty) => duty.role === role && duty.placeId === placeId)!.id;
}

function gridOf(bundle: CommunityBundle, microGridId: string): string {
  return bundle.microGrids.find(({ id }) => id === microGridId)!.gridId;
}

function placeOf(bundle: CommunityBundle, wanted: string): string {
  return bundle.places.find(({ name }) => name === wanted)!.id;
}
