import type { Point } from "geojson";
import { v5 } from "uuid";
import type { TargetChoice } from "../answers/rounds.ts";
import type { AnonymousBundle } from "../bundle.ts";
import { groupBy } from "../groupBy.ts";
import { HOUSEHOLD_TAGS } from "../households.ts";
import { PLACE_KINDS } from "../places.ts";
import type { LonLat, Unit } from "../units.ts";
import type { TargetType } from "./kinds.ts";

/** The ground that targets are found on, with the plan in force. */
export interface TargetGround {
  bundle: Pick<AnonymousBundle, "buildings" | "dwellings" | "households" | "places">;
  unitsOfBuilding: (buildingId: string) => readonly Unit[];
  /** A point on the footprint of a building or an entrance. */
  pointOf: (id: string) => LonLat;
  gridOfUnit: (unitId: string) => string | undefined;
  /** The unit whose ground a position is on; null outside of all. */
  unitAt: (position: LonLat) => string | null;
}

/** One thing to visit, as a round keeps it. */
export interface Target {
  /** The same for the same thing in the same round, so that nothing is in a round twice. */
  id: string;
  type: TargetType;
  placeId: string | null;
  buildingId: string | null;
  dwellingId: string | null;
  /** Of a drawn point; other targets are called as what they are. */
  name: string | null;
  location: Point;
  unitId: string | null;
}

/** What the words of some choices mean on a ground as it is now, each thing once. */
export function targetsOf(
  roundId: string,
  choices: readonly TargetChoice[],
  ground: TargetGround,
): Target[] {
  const found = choices.flatMap((choice) => {
    switch (choice.type) {
      case "places":
        return placesOf(choice, ground);
      case "buildings":
        return buildingsOf(choice, ground);
      case "households":
        return homesOf(choice, ground);
      case "points":
        return pointsOf(choice, ground);
    }
  });
  const targets = found.map((target) => ({ ...target, id: v5(keyOf(target), roundId) }));
  return [...new Map(targets.map((target) => [target.id, target])).values()];
}

/**
 * What a target of a round is, also of one that was taken out of it meanwhile. Drawn points are known
 * to their round alone.
 */
export function findTarget(
  roundId: string,
  targetId: string,
  ground: TargetGround,
): Target | undefined {
  return targetsOf(roundId, EVERYTHING, ground).find(({ id }) => id === targetId);
}

const EVERYTHING: readonly TargetChoice[] = [
  { type: "places", kinds: [...PLACE_KINDS] },
  { type: "buildings" },
  { type: "households", tags: [...HOUSEHOLD_TAGS] },
];

type Found = Omit<Target, "id">;
type Choice<Type> = Extract<TargetChoice, { type: Type }>;

const NOTHING = { placeId: null, buildingId: null, dwellingId: null, name: null };
const pointAt = (coordinates: LonLat): Point => ({ type: "Point", coordinates });

function keyOf({ type, dwellingId, placeId, buildingId, name, location }: Found): string {
  const thing = dwellingId ?? placeId ?? buildingId ?? [name, ...location.coordinates].join(" ");
  return `${type} ${thing}`;
}

/** A place of a building goes with it; one of its own with the ground it stands on. */
function placesOf(choice: Choice<"places">, ground: TargetGround): Found[] {
  const { kinds = [], gridIds, placeIds } = choice;
  const wanted = new Set(placeIds);
  return ground.bundle.places
    .filter(({ id, kind }) => kinds.includes(kind) || wanted.has(id))
    .map(({ id: placeId, buildingId, location }): Found => {
      const [longitude = 0, latitude = 0] = location.coordinates;
      const [unit] = buildingId === null ? [] : ground.unitsOfBuilding(buildingId);
      const unitId = unit?.id ?? ground.unitAt([longitude, latitude]);
      return { ...NOTHING, type: "place", placeId, buildingId, location, unitId };
    })
    .filter(
      ({ placeId, unitId }) =>
        wanted.has(placeId ?? "") || !gridIds || isInOne(ground, gridIds, unitId),
    );
}

function buildingsOf(choice: Choice<"buildings">, ground: TargetGround): Found[] {
  const { buildingIds, compoundIds, gridIds } = choice;
  const isAll = !buildingIds && !compoundIds && !gridIds;
  const wanted = new Set(buildingIds);
  const compounds = new Set<string | null>(compoundIds);
  return ground.bundle.buildings
    .map(({ id, compoundId }) => ({ id, compoundId, units: ground.unitsOfBuilding(id) }))
    .filter(
      ({ id, compoundId, units }) =>
        isAll ||
        wanted.has(id) ||
        compounds.has(compoundId) ||
        units.some((unit) => isInOne(ground, gridIds ?? [], unit.id)),
    )
    .map(({ id: buildingId, units: [unit] }) => ({
      ...{ ...NOTHING, type: "building", buildingId, unitId: unit?.id ?? null },
      location: pointAt(ground.pointOf(buildingId)),
    }));
}

/** A home stands at its entrance: it is found by its door, never by a resident's name. */
function homesOf({ tags, gridIds }: Choice<"households">, ground: TargetGround): Found[] {
  const dwellings = groupBy(ground.bundle.dwellings, ({ id }) => id);
  return ground.bundle.households
    .filter((household) => household.tags.some((tag) => tags.includes(tag)))
    .map(({ dwellingId, buildingId }): Found => {
      const entranceId = dwellings.get(dwellingId)?.[0]?.entranceId ?? null;
      const units = ground.unitsOfBuilding(buildingId);
      const unit = units.find(({ id }) => id === entranceId) ?? units[0];
      const location = pointAt(ground.pointOf(entranceId ?? buildingId));
      const unitId = unit?.id ?? null;
      return { ...NOTHING, type: "household", buildingId, dwellingId, location, unitId };
    })
    .filter(({ unitId }) => !gridIds || isInOne(ground, gridIds, unitId));
}

function pointsOf({ points }: Choice<"points">, ground: TargetGround): Found[] {
  return points.map(({ name, location }) => {
    const unitId = ground.unitAt(location.coordinates);
    return { ...NOTHING, type: "point", name, location, unitId };
  });
}

function isInOne(ground: TargetGround, gridIds: readonly string[], unitId: string | null): boolean {
  const gridId = unitId === null ? undefined : ground.gridOfUnit(unitId);
  return gridId !== undefined && gridIds.includes(gridId);
}
