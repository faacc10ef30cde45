import { bboxPolygon } from "@turf/turf";
import type { Building, CommunityBundle, Household } from "#data/model/bundle.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import { bboxOf } from "#data/model/geometry/bbox.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { town } from "./town.ts";

const BUILDINGS_PER = { microGrid: 6, grid: 48, compound: 24, place: 10 };
const HOUSEHOLDS_PER_BUILDING = 4;

/**
 * The generated town as a whole community: grids, micro-grids, compounds, places and party
 * households, so that every layer has features. The same for the same count.
 */
export function townBundle(count: number, slug = `town-${count}`): CommunityBundle {
  const { footprints, boundary, barriers } = town(count);
  const buildings = footprints.map(({ geometry }, index): Building => {
    return {
      id: id("building", count, index),
      compoundId: id("compound", count, Math.floor(index / BUILDINGS_PER.compound)),
      name: `${index + 1}号楼`,
      kind: "slab",
      address: `长安街${index + 1}号`,
      storeys: 6,
      heightMeters: null,
      hasLift: false,
      footprint: geometry,
    };
  });
  const planId = id("plan", count, 0);
  return {
    areas: [],
    community: {
      id: id("community", count, 0),
      slug,
      name: `测试 ${count}`,
      nameEn: null,
      areaId: null,
      code: null,
      boundary: { type: "MultiPolygon", coordinates: [boundary.coordinates] },
      settings: structuredClone(DEFAULT_SETTINGS),
      isInvented: true,
      attribution: null,
    },
    compounds: groupsOf(buildings, BUILDINGS_PER.compound).map((group, index) => ({
      id: id("compound", count, index),
      name: `小区${index + 1}`,
      boundary: bboxPolygon(
        bboxOf({
          type: "GeometryCollection",
          geometries: group.map(({ footprint }) => footprint),
        }),
      ).geometry,
    })),
    buildings,
    entrances: [],
    ...homesIn(buildings, count),
    places: groupsOf(buildings, BUILDINGS_PER.place).flatMap(([building], index) => {
      if (!building) return [];
      return {
        id: id("place", count, index),
        buildingId: building.id,
        kind: "shop",
        name: `小店${index + 1}`,
        address: building.address,
        areaSquareMeters: 40,
        inspectedOn: null,
        note: null,
        location: { type: "Point", coordinates: representativePoint(building.footprint) },
      };
    }),
    context: barriers.map((geometry, index) => ({
      id: id("context", count, index),
      kind: "main-road",
      name: `大街${index + 1}`,
      geometry,
    })),
    people: [],
    duties: [],
    leaves: [],
    partyOrganisations: [],
    plans: [
      { id: planId, name: "方案", status: "in-force", effectiveFrom: "2026-01-01", version: 1 },
    ],
    grids: groupsOf(buildings, BUILDINGS_PER.grid).map((_, index) => ({
      id: id("grid", count, index),
      planId,
      name: `第${index + 1}网格`,
      code: null,
      kind: "basic",
      ordinal: index + 1,
      outline: null,
    })),
    microGrids: groupsOf(buildings, BUILDINGS_PER.microGrid).map((_, index) => ({
      id: id("micro-grid", count, index),
      planId,
      gridId: id("grid", count, Math.floor((index * BUILDINGS_PER.microGrid) / BUILDINGS_PER.grid)),
      name: `微网格${index + 1}`,
      ordinal: index + 1,
    })),
    planUnits: buildings.map((building, index) => ({
      planId,
      unitId: building.id,
      buildingId: building.id,
      entranceId: null,
      microGridId: id("micro-grid", count, Math.floor(index / BUILDINGS_PER.microGrid)),
    })),
  };
}

/** A dwelling and a household on each floor; the first of each building is a party household. */
function homesIn(
  buildings: Building[],
  count: number,
): Pick<CommunityBundle, "dwellings" | "households"> {
  const homes = buildings.flatMap((building, index) =>
    Array.from({ length: HOUSEHOLDS_PER_BUILDING }, (_, floor) => ({
      building,
      floor,
      ordinal: index * HOUSEHOLDS_PER_BUILDING + floor,
    })),
  );
  return {
    dwellings: homes.map(({ building, floor, ordinal }) => ({
      id: id("dwelling", count, ordinal),
      buildingId: building.id,
      entranceId: null,
      floor: floor + 1,
      name: `${floor + 1}01`,
      ordinal: 1,
      use: "lived-in",
    })),
    households: homes.map(({ building, floor, ordinal }): Household => {
      return {
        id: id("household", count, ordinal),
        dwellingId: id("dwelling", count, ordinal),
        buildingId: building.id,
        headName: "户主",
        phone: null,
        residents: 3,
        partyMembers: floor === 0 ? 1 : 0,
        partyStanding: floor === 0 ? "centre" : "none",
        tags: [],
      };
    }),
  };
}

function groupsOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );
}

const KINDS = [
  "community",
  "compound",
  "building",
  "dwelling",
  "household",
  "place",
  "context",
  "plan",
  "grid",
  "micro-grid",
] as const;

/** A UUID that says what it names: two towns never share one. */
function id(kind: (typeof KINDS)[number], count: number, index: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return `${hex(count, 8)}-${hex(KINDS.indexOf(kind), 4)}-4000-8000-${hex(index, 12)}`;
}
