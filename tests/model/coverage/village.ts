import type { Polygon } from "geojson";
import type {
  Building,
  CommunityBundle,
  Duty,
  Grid,
  Household,
  Leave,
  MicroGrid,
  Place,
} from "#data/model/bundle.ts";
import { DEFAULT_SETTINGS } from "#data/model/communities.ts";
import type { LonLat } from "#data/model/units.ts";

export const TODAY = "2026-03-15";
export const PLAN = "plan";

/** Where a building or an entrance of the village stands: `b3` and `b3-e2` on the third column. */
export function positionOf(unitId: string): LonLat {
  const [building = 0, entrance = 0] = (unitId.match(/\d+/g) ?? []).map(Number);
  return [116 + building / 1000, 40 + entrance / 10000];
}

/**
 * A village in good order: grids `g1`, `g2` of two micro-grids each (`m1`–`m4`), each micro-grid of one
 * building (`b1`–`b4`, 1号楼 …) of 40 households and two entrances; every grid has a worker
 * (`g1-worker` held by `worker1`), every micro-grid a leader. Coverage finds nothing.
 */
export function village(): CommunityBundle {
  const bundle = emptyVillage();
  for (const number of [1, 2]) bundle.grids.push(grid(number));
  for (const number of [1, 2, 3, 4]) {
    bundle.microGrids.push(microGrid(number, number <= 2 ? "g1" : "g2"));
    addBuilding(bundle, number, 40);
    assign(bundle, `b${number}`, `m${number}`);
  }
  for (const number of [1, 2]) {
    addDuty(bundle, {
      id: `g${number}-worker`,
      personId: `worker${number}`,
      placeId: `g${number}`,
    });
  }
  for (const number of [1, 2, 3, 4]) {
    addDuty(bundle, {
      id: `m${number}-leader`,
      personId: `leader${number}`,
      role: "micro-grid-leader",
      placeType: "micro-grid",
      placeId: `m${number}`,
    });
  }
  return bundle;
}

export function emptyVillage(): CommunityBundle {
  const settings = structuredClone(DEFAULT_SETTINGS);
  settings.gridHouseholds = [50, 100];
  const boundary = {
    type: "MultiPolygon" as const,
    coordinates: [square(115.9, 39.9, 116.9, 40.9)],
  };
  return {
    areas: [],
    community: {
      id: "village",
      slug: "village",
      name: "样村社区",
      nameEn: null,
      areaId: null,
      code: null,
      boundary,
      settings,
      isInvented: true,
      attribution: null,
    },
    compounds: [{ id: "c1", name: "样村小区", boundary: null }],
    buildings: [],
    entrances: [],
    dwellings: [],
    households: [],
    places: [],
    context: [],
    people: [],
    duties: [],
    leaves: [],
    partyOrganisations: [],
    plans: [
      { id: PLAN, name: "现行方案", status: "in-force", effectiveFrom: "2026-01-01", version: 1 },
    ],
    grids: [],
    microGrids: [],
    planUnits: [],
  };
}

export function grid(number: number, changes: Partial<Grid> = {}): Grid {
  return {
    id: `g${number}`,
    planId: PLAN,
    name: `第${number}网格`,
    code: null,
    kind: "basic",
    ordinal: number,
    outline: null,
    ...changes,
  };
}

export function microGrid(number: number, gridId: string): MicroGrid {
  return { id: `m${number}`, planId: PLAN, gridId, name: `${number}号微网格`, ordinal: number };
}

/** Building `b{number}` with entrances `b{number}-e1`, `-e2`; households alternate between them. */
export function addBuilding(bundle: CommunityBundle, number: number, households = 0): Building {
  const id = `b${number}`;
  const building: Building = {
    id,
    compoundId: "c1",
    name: `${number}号楼`,
    kind: "slab",
    address: null,
    storeys: 6,
    heightMeters: null,
    hasLift: false,
    footprint: { type: "Point", coordinates: positionOf(id) },
  };
  bundle.buildings.push(building);
  // The second first: the order of rows means nothing, the ordinal does.
  for (const ordinal of [2, 1]) {
    const name = `${ordinal}单元`;
    bundle.entrances.push({ id: `${id}-e${ordinal}`, buildingId: id, name, ordinal });
  }
  for (let index = 0; index < households; index++) {
    addHousehold(bundle, id, `${id}-e${(index % 2) + 1}`);
  }
  return building;
}

export function addHousehold(
  bundle: CommunityBundle,
  buildingId: string,
  entranceId: string | null,
  changes: Partial<Household> = {},
): void {
  const number = bundle.households.length + 1;
  const dwellingId = `d${number}`;
  bundle.dwellings.push({
    id: dwellingId,
    buildingId,
    entranceId,
    floor: 1,
    name: `${number}`,
    ordinal: number,
    use: "lived-in",
  });
  bundle.households.push({
    id: `h${number}`,
    dwellingId,
    buildingId,
    headName: "户主",
    phone: null,
    residents: 3,
    partyMembers: 0,
    partyStanding: "none",
    tags: [],
    ...changes,
  });
}

export function assign(bundle: CommunityBundle, unitId: string, microGridId: string | null): void {
  const entrance = bundle.entrances.find(({ id }) => id === unitId);
  bundle.planUnits.push({
    planId: PLAN,
    unitId,
    buildingId: entrance?.buildingId ?? unitId,
    entranceId: entrance?.id ?? null,
    microGridId,
  });
}

export function unassign(bundle: CommunityBundle, unitId: string): void {
  bundle.planUnits = bundle.planUnits.filter((row) => row.unitId !== unitId);
}

/** A duty of a grid worker unless told otherwise; who holds it becomes a person of the village. */
export function addDuty(bundle: CommunityBundle, changes: Partial<Duty> & { id: string }): Duty {
  const duty: Duty = {
    personId: null,
    role: "grid-worker",
    placeType: "grid",
    placeId: "g1",
    startsOn: "2026-01-01",
    endsOn: null,
    ...changes,
  };
  bundle.duties.push(duty);
  if (duty.personId !== null) addPerson(bundle, duty.personId);
  return duty;
}

export function addPerson(bundle: CommunityBundle, id: string): void {
  if (bundle.people.some((person) => person.id === id)) return;
  bundle.people.push({ id, name: id, phone: null });
}

export function addLeave(
  bundle: CommunityBundle,
  dutyId: string,
  changes: Partial<Leave> = {},
): void {
  const id = `leave${bundle.leaves.length + 1}`;
  const period = { startsOn: "2026-03-10", endsOn: "2026-03-20" };
  bundle.leaves.push({ id, dutyId, standInId: null, ...period, ...changes });
}

export function addPlace(bundle: CommunityBundle, changes: Partial<Place> = {}): void {
  bundle.places.push({
    id: `place${bundle.places.length + 1}`,
    buildingId: null,
    kind: "eating",
    name: "面馆",
    address: null,
    areaSquareMeters: null,
    inspectedOn: TODAY,
    note: null,
    location: { type: "Point", coordinates: [116.002, 40.001] },
    ...changes,
  });
}

export function square(west: number, south: number, east: number, north: number) {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

/** An outline that holds the buildings from one number to another. */
export function outlineAround(first: number, last: number): Polygon {
  const margin = 0.0005;
  const west = 116 + first / 1000 - margin;
  const east = 116 + last / 1000 + margin;
  return { type: "Polygon", coordinates: square(west, 39.99, east, 40.01) };
}
