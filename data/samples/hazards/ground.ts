import { pointOnFeature } from "@turf/turf";
import type { Point, Position } from "geojson";
import type { Building, CommunityBundle, Place } from "../../model/bundle.ts";
import { cutByEntrances } from "../../model/cells/entrances.ts";
import { groupBy } from "../../model/groupBy.ts";
import { type Unit, unitsOf } from "../../model/units.ts";
import { type Random, seeded } from "../kit/random.ts";
import { dayOf } from "./moments.ts";
import { Staff } from "./staff.ts";

/** Where something happens: in a unit, and a point that is there or just in front of it. */
export interface Spot {
  unit: Unit;
  building: Building;
  location: Point;
  floor: number | null;
  placeId: string | null;
}

/** What a year is made on. */
export interface Ground {
  slug: string;
  bundle: CommunityBundle;
  units: readonly Unit[];
  staff: Staff;
  random: Random;
  /** Milliseconds since 1970. */
  now: number;
  /** ISO date of `now` where the community is. */
  today: string;
  /** Somewhere in a building that people live in, or out of doors in front of it. */
  spotIn(building: Building, isOutdoors: boolean): Spot;
  spotAt(place: Place): Spot | undefined;
  building(name: string): Building;
  anyBuilding(): Building;
}

const DECIMALS = 6;

export function groundOf(bundle: CommunityBundle, now: number): Ground {
  const { slug } = bundle.community;
  const random = seeded(`${slug}/hazards`);
  const points = pointsOf(bundle);
  const planId = bundle.plans[0]?.id ?? null;
  const units = unitsOf(bundle, planId, (id) => points.get(id)!);
  const unitsIn = groupBy(units, ({ buildingId }) => buildingId);
  const compoundName = new Map(bundle.compounds.map(({ id, name }) => [id, name]));
  const byName = new Map(
    bundle.buildings.map((one) => [
      `${compoundName.get(one.compoundId ?? "") ?? ""}${one.name}`,
      one,
    ]),
  );
  const byId = new Map(bundle.buildings.map((one) => [one.id, one]));
  const spotIn = (building: Building, isOutdoors: boolean): Spot => {
    const unit = random.pick(unitsIn.get(building.id)!);
    const location = point(isOutdoors ? inFront(building, random) : unit.position);
    const storeys = Math.max(1, Math.round(building.storeys ?? 1));
    const floor = isOutdoors ? null : random.integer(1, storeys);
    return { unit, building, location, floor, placeId: null };
  };
  return {
    ...{ slug, bundle, units, random, now, today: dayOf(now), spotIn },
    staff: new Staff(bundle),
    spotAt(place) {
      const building = byId.get(place.buildingId ?? "");
      const [unit] = unitsIn.get(place.buildingId ?? "") ?? [];
      if (!building || !unit) return undefined;
      return { unit, building, location: place.location, floor: 1, placeId: place.id };
    },
    building(name) {
      const found = byName.get(name);
      if (!found) throw new Error(`nothing in ${slug} is called ${name}`);
      return found;
    },
    anyBuilding: () => random.pick(bundle.buildings),
  };
}

/** A point on the ground of each building and of each entrance. */
function pointsOf({ buildings, entrances }: CommunityBundle): Map<string, [number, number]> {
  const points = new Map<string, [number, number]>();
  const entrancesOf = groupBy(entrances, ({ buildingId }) => buildingId);
  const on = (shape: Building["footprint"]) => {
    const [longitude = 0, latitude = 0] = pointOnFeature(shape).geometry.coordinates;
    return [longitude, latitude] as [number, number];
  };
  for (const { id, footprint } of buildings) {
    points.set(id, on(footprint));
    const own = entrancesOf.get(id) ?? [];
    const strips = cutByEntrances(footprint, own.length);
    for (const entrance of own) {
      const strip = strips[entrance.ordinal - 1];
      if (strip) points.set(entrance.id, on(strip));
    }
  }
  return points;
}

const METERS_PER_DEGREE = 111_320;
const STEPS_IN_FRONT_METERS = 4;

/** A few steps off the middle of one of its sides. */
function inFront({ footprint }: Building, random: Random): Position {
  if (footprint.type !== "Polygon") return pointOnFeature(footprint).geometry.coordinates;
  const [middleX = 0, middleY = 0] = pointOnFeature(footprint).geometry.coordinates;
  const ring = footprint.coordinates[0]!;
  const side = random.integer(0, ring.length - 2);
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[side]!, ring[side + 1]!];
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const perLongitude = METERS_PER_DEGREE * Math.cos((y * Math.PI) / 180);
  const [east, north] = [(x - middleX) * perLongitude, (y - middleY) * METERS_PER_DEGREE];
  const share = STEPS_IN_FRONT_METERS / (Math.hypot(east, north) || 1);
  return [x + (east * share) / perLongitude, y + (north * share) / METERS_PER_DEGREE];
}

function point([longitude = 0, latitude = 0]: Position): Point {
  const coordinates = [longitude, latitude].map((degrees) => Number(degrees.toFixed(DECIMALS)));
  return { type: "Point", coordinates };
}
