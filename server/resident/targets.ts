import type { Point } from "geojson";
import type { Named, PersonOnDuty } from "#data/model/answers/responsibility.ts";
import type { TargetType } from "#data/model/inspections/kinds.ts";
import type { LonLat } from "#data/model/units.ts";
import { gridNamed, microGridNamed } from "./names.ts";
import { onDutyAt } from "./onDuty.ts";
import type { Resident } from "./resident.ts";
import { unitToday } from "./spots.ts";

/** Something to visit, or visited, as its row has it. */
export interface VisitedThing {
  type: TargetType;
  placeId: string | null;
  buildingId: string | null;
  dwellingId: string | null;
  unitId: string | null;
  longitude: number;
  latitude: number;
  /** Of a drawn point. */
  name?: string | null;
}

export interface Whereabouts {
  type: TargetType;
  name: string;
  location: Point & { coordinates: LonLat };
  building: Named | null;
  place: Named | null;
  grid: Named | null;
  microGrid: Named | null;
}

/** Where a thing is and what it is called, by the plan in force: never by who lives there. */
export function whereaboutsOf(resident: Resident, thing: VisitedThing): Whereabouts {
  const { type, longitude, latitude } = thing;
  const { building, place } = thingsOf(resident, thing);
  const unitId = unitOfThing(resident, thing);
  return {
    ...{ type, name: nameOfThing(resident, thing), building, place },
    location: { type: "Point", coordinates: [longitude, latitude] },
    grid: (unitId && gridNamed(resident, unitId)) || null,
    microGrid: (unitId && microGridNamed(resident, unitId)) || null,
  };
}

export function unitOfThing(resident: Resident, thing: VisitedThing): string | null {
  const { unitId, longitude, latitude } = thing;
  return unitToday(resident, { unitId, position: [longitude, latitude] });
}

/** To whom a visit falls today: the workers of a grid, stand-ins among them. */
export function workersOf(resident: Resident, grid: Named | null): PersonOnDuty[] {
  if (!grid) return [];
  return resident.keepToday(`workers of ${grid.id}`, () =>
    onDutyAt(resident, "grid", grid.id, ["grid-worker"]),
  );
}

function thingsOf(resident: Resident, { buildingId, placeId }: VisitedThing) {
  const named = ({ id, name }: Named): [string, Named] => [id, { id, name }];
  const buildings = resident.keep(
    "buildings named",
    () => new Map(resident.bundle.buildings.map(named)),
  );
  const places = resident.keep("places named", () => new Map(resident.bundle.places.map(named)));
  return {
    building: buildings.get(buildingId ?? "") ?? null,
    place: places.get(placeId ?? "") ?? null,
  };
}

/** 张记面馆, 3号楼, 3号楼 2单元 502; what is gone from the ground is called by what is left of it. */
export function nameOfThing(resident: Resident, thing: VisitedThing): string {
  const { building, place } = thingsOf(resident, thing);
  const { type, name } = thing;
  if (type === "point") return name ?? "";
  if (type === "place") return place?.name ?? building?.name ?? "";
  if (type === "building") return building?.name ?? "";
  const homes = resident.keep("home names", () => homeNames(resident));
  return [building?.name, homes.get(thing.dwellingId ?? "")].filter(Boolean).join(" ");
}

/** 2单元 502 */
function homeNames({ bundle }: Resident): Map<string, string> {
  const entrances = new Map(bundle.entrances.map(({ id, name }) => [id, name]));
  return new Map(
    bundle.dwellings.map(({ id, entranceId, name }) => [
      id,
      [entrances.get(entranceId ?? ""), name].filter(Boolean).join(" "),
    ]),
  );
}
