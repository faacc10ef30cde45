import { bbox, booleanIntersects, booleanPointInPolygon } from "@turf/turf";
import type { LineString, Polygon } from "geojson";
import { expect, test } from "vitest";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { isSmallPlace } from "#data/model/places.ts";
import { makeSample, SAMPLE_SLUGS, type SampleSlug } from "#data/samples/index.ts";
import { INTENDED } from "#data/samples/intended.ts";
import { namesOf } from "#data/samples/spoil.ts";

const TODAY = "2026-11-22";
const MADE = new Map(SAMPLE_SLUGS.map((slug) => [slug, makeSample(slug, TODAY)]));
const sample = (slug: SampleSlug) => MADE.get(slug)!;

test.each(SAMPLE_SLUGS)("%s is the same each time it is made", (slug) => {
  expect(makeSample(slug, TODAY)).toEqual(sample(slug));
});

test.each(SAMPLE_SLUGS)("%s points only to what it holds", (slug) => {
  const bundle = sample(slug);
  const rows = Object.values(bundle).flat() as { id?: string }[];
  const ids = rows.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  const references = rows.flatMap((row) =>
    Object.entries(row).flatMap(([key, value]) =>
      key !== "id" && key.endsWith("Id") && value !== null ? [value as string] : [],
    ),
  );
  expect(references.filter((id) => !known.has(id))).toEqual([]);
});

test.each(SAMPLE_SLUGS)("%s gives no name twice at one level", (slug) => {
  const bundle = sample(slug);
  const twice = (names: string[]) => names.filter((name, i) => names.indexOf(name) !== i);
  expect(twice(bundle.compounds.map(({ name }) => name))).toEqual([]);
  expect(twice(bundle.buildings.map((one) => `${one.compoundId} ${one.name}`))).toEqual([]);
  expect(
    twice(bundle.dwellings.map((one) => `${one.buildingId} ${one.entranceId} ${one.name}`)),
  ).toEqual([]);
  expect(twice(bundle.grids.map(({ name }) => name))).toEqual([]);
  expect(twice(bundle.microGrids.map(({ name }) => name))).toEqual([]);
  expect(twice(bundle.places.map(({ name }) => name))).toEqual([]);
  expect(twice(bundle.partyOrganisations.map(({ id }) => id))).toEqual([]);
});

test.each(SAMPLE_SLUGS)("%s stands inside its boundary and off its streets", (slug) => {
  const bundle = sample(slug);
  const outside = (INTENDED[slug].outside ?? []).map(namesOf(bundle).building);
  const beyond = bundle.buildings.filter(({ footprint }) =>
    (footprint as Polygon).coordinates[0]!.some(
      (corner) => !booleanPointInPolygon(corner, bundle.community.boundary),
    ),
  );
  expect(beyond.map(({ id }) => id)).toEqual(outside);
  expect(buildingsOnStreets(bundle)).toEqual([]);
});

test.each(SAMPLE_SLUGS)(
  "%s has one household in each dwelling lived in or let, and none elsewhere",
  (slug) => {
    const { dwellings, households } = sample(slug);
    const homes = dwellings.filter(({ use }) => use === "lived-in" || use === "let");
    expect(households.map(({ dwellingId }) => dwellingId).sort()).toEqual(
      homes.map(({ id }) => id).sort(),
    );
    expect(households.length).toBeLessThanOrEqual(3500);
  },
);

test.each(SAMPLE_SLUGS)("%s says that it is invented and guesses no code", (slug) => {
  const { community, grids } = sample(slug);
  expect(community).toMatchObject({ slug, isInvented: true, code: null });
  expect(grids.every(({ code }) => code === null)).toBe(true);
});

test("shared areas have one id in all samples", () => {
  const areas = SAMPLE_SLUGS.flatMap((slug) => sample(slug).areas);
  const ids = new Map(areas.map(({ name, level, id }) => [`${level} ${name}`, id]));
  expect(areas.every(({ name, level, id }) => ids.get(`${level} ${name}`) === id)).toBe(true);
});

test("leaves and inspections move with the day", () => {
  const later = makeSample("hongqi", "2027-03-05");
  expect(later.leaves.every(({ startsOn }) => startsOn === "2027-03-02")).toBe(true);
  const inspected = later.places.filter(({ kind }) => isSmallPlace(kind));
  expect(inspected.some(({ inspectedOn }) => inspectedOn! > "2027-02-10")).toBe(true);
});

function buildingsOnStreets({ buildings, context }: CommunityBundle): string[] {
  const kinds = ["main-road", "road", "lane", "path", "railway", "river", "wall"];
  const lines = context.filter(({ kind }) => kinds.includes(kind));
  const isMeeting = (a: number[], b: number[]) =>
    a[0]! <= b[2]! && b[0]! <= a[2]! && a[1]! <= b[3]! && b[1]! <= a[3]!;
  return buildings
    .filter(({ footprint }) =>
      lines.some(
        ({ geometry }) =>
          isMeeting(bbox(footprint), bbox(geometry)) &&
          booleanIntersects(footprint, geometry as LineString),
      ),
    )
    .map(({ name }) => name);
}
