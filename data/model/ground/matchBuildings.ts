import type { MultiPolygon, Point, Polygon } from "geojson";
import Flatbush from "flatbush";
import { bboxOf } from "../geometry/bbox.ts";
import { representativePoint } from "../geometry/representative.ts";
import { groupBy } from "../groupBy.ts";
import { normaliseBuildingNumber } from "../import/buildingNumbers.ts";
import type { ReadBuilding } from "../import/reading.ts";
import { compoundAt } from "./compoundProposal.ts";
import { movedMeters } from "./movement.ts";
import { overlapOf } from "./overlap.ts";

export interface KnownBuilding {
  id: string;
  compoundId: string | null;
  name: string;
  footprint: Point | Polygon | MultiPolygon;
}

export interface KnownCompound {
  id: string;
  boundary: Polygon | MultiPolygon | null;
}

export interface BuildingMatches<Known extends KnownBuilding> {
  /** `alike` is 1 where both are the same ground. */
  matched: { known: Known; building: ReadBuilding; alike: number }[];
  /** With the compound that they stand in. */
  fresh: { building: ReadBuilding; compoundId: string | null }[];
  missing: Known[];
}

/** Half of the smaller footprint in the other: two blocks side by side never come near it. */
const SAME_GROUND_SHARE = 0.5;
/** How far a building of the same name may have been shifted, metres: drawn on a skewed picture. */
const SAME_NAME_METERS = 300;

/**
 * Which buildings of a file are there already: first by their ground, where two claim one the same
 * name decides, then by their name within the compound. Each is matched once at most.
 */
export function matchBuildings<Known extends KnownBuilding>(
  known: readonly Known[],
  incoming: readonly ReadBuilding[],
  compounds: readonly KnownCompound[],
): BuildingMatches<Known> {
  const matchOf = new Map<ReadBuilding, { known: Known; alike: number }>();
  const taken = new Set<string>();
  const take = (building: ReadBuilding, match: { known: Known; alike: number }) => {
    if (matchOf.has(building) || taken.has(match.known.id)) return;
    matchOf.set(building, match);
    taken.add(match.known.id);
  };
  for (const pair of pairsByGround(known, incoming)) take(pair.building, pair);
  const compoundOf = (building: ReadBuilding) =>
    compoundAt(compounds, representativePoint(building.geometry))?.id ?? null;
  const left = incoming.filter((building) => !matchOf.has(building));
  const free = known.filter(({ id }) => !taken.has(id));
  for (const pair of pairsByName(free, left, compoundOf)) take(pair.building, pair);
  return {
    matched: [...matchOf].map(([building, match]) => ({ building, ...match })),
    fresh: left
      .filter((building) => !matchOf.has(building))
      .map((building) => ({ building, compoundId: compoundOf(building) })),
    missing: free.filter(({ id }) => !taken.has(id)),
  };
}

interface Pair<Known> {
  known: Known;
  building: ReadBuilding;
  alike: number;
}

/** The surest first: the same name, then the more ground in common. */
function pairsByGround<Known extends KnownBuilding>(
  known: readonly Known[],
  incoming: readonly ReadBuilding[],
): Pair<Known>[] {
  if (known.length === 0) return [];
  const index = new Flatbush(known.length);
  for (const { footprint } of known) index.add(...bboxOf(footprint));
  index.finish();
  const pairs = incoming.flatMap((building) =>
    index.search(...bboxOf(building.geometry)).flatMap((place) => {
      const candidate = known[place]!;
      const { share, alike } = overlapOf(candidate.footprint, building.geometry);
      if (share < SAME_GROUND_SHARE) return [];
      return [
        {
          known: candidate,
          building,
          alike,
          rank: (isSameName(candidate, building) ? 1 : 0) + share,
        },
      ];
    }),
  );
  return pairs.sort((a, b) => b.rank - a.rank);
}

/** Only where the name says one building on either side: of two, nobody knows which was moved. */
function pairsByName<Known extends KnownBuilding>(
  known: readonly Known[],
  incoming: readonly ReadBuilding[],
  compoundOf: (building: ReadBuilding) => string | null,
): Pair<Known>[] {
  const knownByName = groupBy(known, ({ name }) => keyOf(name));
  const named = incoming.filter(({ name }) => name !== null);
  const pairs = named.flatMap((building) => {
    const compoundId = compoundOf(building);
    const candidates = (knownByName.get(keyOf(building.name ?? "")) ?? []).filter(
      (candidate) =>
        (compoundId === null || candidate.compoundId === compoundId) &&
        movedMeters(candidate.footprint, building.geometry) <= SAME_NAME_METERS,
    );
    const [only] = candidates;
    return only && candidates.length === 1 ? [{ known: only, building, alike: 0 }] : [];
  });
  const claims = groupBy(pairs, (pair) => pair.known.id);
  return [...claims.values()].flatMap((claim) => (claim.length === 1 ? claim : []));
}

/** 3号楼, 3栋 and 3 are one name. */
export function isSameName({ name }: { name: string }, building: ReadBuilding): boolean {
  return building.name !== null && keyOf(name) === keyOf(building.name);
}

function keyOf(name: string): string {
  return normaliseBuildingNumber(name);
}
