import { area } from "@turf/turf";
import { expect, test } from "vitest";
import type { Polygon } from "geojson";
import type { CommunityBundle } from "#data/model/bundle.ts";
import { countsOf } from "#data/model/counts.ts";
import type { PartyOrganisationLevel } from "#data/model/areas.ts";
import { makeSample, type SampleSlug } from "#data/samples/index.ts";

const TODAY = "2026-11-22";
const sample = (slug: SampleSlug) => makeSample(slug, TODAY);
const counts = (bundle: CommunityBundle) => countsOf(bundle, bundle.plans[0]!.id);
const organisations = (bundle: CommunityBundle, level: PartyOrganisationLevel) =>
  bundle.partyOrganisations.filter((one) => one.level === level);

test("红旗村 has 12 buildings, 39 party members and a service station of 500 m² with its three rooms", () => {
  const bundle = sample("hongqi");
  expect(counts(bundle)).toMatchObject({ buildings: 12, partyMembers: 39 });
  const membersOf = bundle.buildings.map(({ id }) =>
    bundle.households
      .filter(({ buildingId }) => buildingId === id)
      .reduce((sum, household) => sum + household.partyMembers, 0),
  );
  expect(Math.min(...membersOf)).toBeGreaterThanOrEqual(2);
  const station = bundle.places.find(({ kind }) => kind === "party-service-station");
  expect(station).toMatchObject({ areaSquareMeters: 500, note: "志愿者活动室、文娱室、棋牌室" });
});

test("新源 has 3 named compounds with a branch each, 10 building groups, 18 centre households, 8 grids and 43 micro-grids", () => {
  const bundle = sample("xinyuan");
  expect(bundle.compounds.map(({ name }) => name).sort()).toEqual(
    ["晨光小区", "新源小区", "国电满庭春小区"].sort(),
  );
  expect(counts(bundle)).toMatchObject({
    compounds: 3,
    grids: 8,
    microGrids: 43,
    partyCentreHouseholds: 18,
  });
  expect(organisations(bundle, "compound-branch")).toHaveLength(3);
  expect(organisations(bundle, "building-group")).toHaveLength(10);
  expect(organisations(bundle, "centre-household")).toHaveLength(18);
});

test("新源's towers are broken: their entrances are assigned, not they", () => {
  const bundle = sample("xinyuan");
  const towers = bundle.buildings.filter(({ storeys }) => storeys === 24);
  expect(towers).toHaveLength(6);
  for (const { id } of towers) {
    const rows = bundle.planUnits.filter(({ buildingId }) => buildingId === id);
    expect(rows.map(({ entranceId }) => entranceId === null)).toEqual([false, false, false]);
  }
});

test("如意庄 has 6 grids, each with the street office's outline, and party organisation down to centre households", () => {
  const bundle = sample("ruyizhuang");
  expect(counts(bundle).grids).toBe(6);
  expect(bundle.grids.every(({ outline }) => outline !== null)).toBe(true);
  for (const level of ["community", "grid-group", "centre-household"] as const) {
    expect(organisations(bundle, level).length).toBeGreaterThan(0);
  }
  expect(counts(bundle).partyMembers).toBeGreaterThan(counts(bundle).partyCentreHouseholds);
});

test("南关 has 15 grids", () => {
  expect(counts(sample("nanguan")).grids).toBe(15);
});

test("四环胡同28号院 is a courtyard of about 1,500 m² with 70 residents", () => {
  const bundle = sample("sihuan");
  const yard = bundle.buildings.find(({ name }) => name === "四环胡同28号院")!;
  const outer = {
    type: "Polygon",
    coordinates: [(yard.footprint as Polygon).coordinates[0]!],
  } as Polygon;
  expect(yard.kind).toBe("courtyard");
  expect(area(outer)).toBeGreaterThan(1400);
  expect(area(outer)).toBeLessThan(1600);
  const residents = bundle.households.filter(({ buildingId }) => buildingId === yard.id);
  expect(residents.reduce((sum, household) => sum + household.residents, 0)).toBe(70);
});

test("小阳泉北 has a party contact for every compound and every building that people live in", () => {
  const bundle = sample("xiaoyangquanbei");
  const contacts = bundle.duties.filter(({ role }) => role === "party-contact");
  const places = new Set(contacts.map(({ placeId }) => placeId));
  expect(bundle.compounds.every(({ id }) => places.has(id))).toBe(true);
  expect(bundle.households.every(({ buildingId }) => places.has(buildingId))).toBe(true);
  const alone = bundle.households.filter(({ tags }) => tags.includes("elderly-alone"));
  expect(alone.length).toBeGreaterThan(50);
});

test("南楼 wants a contact for every building", () => {
  expect(sample("nanlou").community.settings.wantsBuildingContacts).toBe(true);
});

test("盛港 keeps the 114 real footprints and names their makers", () => {
  const bundle = sample("sengkang");
  expect(bundle.buildings).toHaveLength(114);
  expect(bundle.community.attribution).toBe("© OpenStreetMap contributors, ODbL 1.0");
});
