import type { Position } from "geojson";
import { centreOf } from "./boundary.ts";
import {
  findCutInTwo,
  findHeightsLikeStoreys,
  findSameFootprints,
  findSameNumbers,
} from "./comparisons.ts";
import type { RawFeature } from "./features.ts";
import { type Footprint, type FootprintNote, readFootprint } from "./footprints.ts";
import { distanceMeters, medianPosition } from "./ground.ts";
import { refuseWrongCoordinates } from "./offEarth.ts";
import { ImportProblem } from "./problems.ts";
import type { FootprintReading, ReadBuilding, RowWarning, SkippedRow } from "./reading.ts";
import type { RowFacts } from "./rowFacts.ts";

/** Nothing of one community lies this far from the middle of its buildings. */
const FAR_AWAY_METERS = 50_000;

/** A row that has ground, with what its properties say. */
export interface UsableRow {
  row: number;
  sourceId: string | null;
  centre: Position;
  geometry: ReadBuilding["geometry"];
  notes: readonly FootprintNote[];
  facts: RowFacts;
}

type Rows = Pick<FootprintReading, "buildings" | "skipped" | "warnings">;

/**
 * Sorts the rows of a file into buildings and skipped rows. Throws where the numbers of most rows
 * are no degrees.
 */
export function readRows(
  features: readonly RawFeature[],
  describe: (feature: RawFeature) => RowFacts,
): Rows {
  const footprints = features.map(({ geometry }) => readFootprint(geometry));
  refuseWrongCoordinates(footprints);
  const withGround = keepGround(features, footprints, describe);
  const near = keepNear(withGround.rows);
  const same = findSameFootprints(near.rows);
  const repeated = new Set(same.duplicates.map(({ row }) => row));
  const rows = near.rows.filter((row) => !repeated.has(row));
  const skipped = [
    ...withGround.skipped,
    ...near.skipped,
    ...same.duplicates.map(({ row, otherRow }) => ({ ...skip(row, "duplicate"), otherRow })),
  ];
  if (rows.length === 0) throw nothingUsable(features.length, skipped);
  const warnings = [
    ...rows.flatMap(warningsOf),
    ...near.warnings,
    ...same.warnings,
    ...findHeightsLikeStoreys(rows),
    ...findSameNumbers(rows),
    ...findCutInTwo(rows),
  ];
  const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row;
  return {
    buildings: buildingsOf(rows),
    skipped: skipped.sort(byRow),
    warnings: warnings.sort(byRow),
  };
}

function keepGround(
  features: readonly RawFeature[],
  footprints: readonly Footprint[],
  describe: (feature: RawFeature) => RowFacts,
): { rows: UsableRow[]; skipped: SkippedRow[] } {
  const rows: UsableRow[] = [];
  const skipped: SkippedRow[] = [];
  const hasAreas = footprints.some(isArea);
  for (const [index, feature] of features.entries()) {
    const footprint = footprints[index] ?? { flaw: "no-geometry" };
    const [row, facts] = [index + 1, describe(feature)];
    if ("flaw" in footprint) {
      skipped.push({ row, reason: footprint.flaw, name: facts.name });
    } else if (hasAreas && !isArea(footprint) && facts.number === null) {
      // Among areas a point is a shop or a tree, unless it bears a building's number.
      skipped.push({ row, reason: "not-an-area", name: facts.name });
    } else {
      const centre = centreOf(footprint.geometry);
      rows.push({ row, sourceId: feature.sourceId, centre, facts, ...footprint });
    }
  }
  return { rows, skipped };
}

/**
 * Leaves out the few rows that lie far from the rest; where there is no "rest", keeps all and says
 * so.
 */
function keepNear(all: readonly UsableRow[]): {
  rows: UsableRow[];
  skipped: SkippedRow[];
  warnings: RowWarning[];
} {
  const middle = medianPosition(all.map(({ centre }) => centre));
  const isFar = ({ centre }: UsableRow) => distanceMeters(centre, middle) > FAR_AWAY_METERS;
  const far = all.filter(isFar);
  if (far.length * 2 < all.length) {
    const rows = all.filter((row) => !isFar(row));
    return { rows, skipped: far.map((row) => skip(row, "far-away")), warnings: [] };
  }
  const warnings = far.map(({ row, facts }) => ({
    row,
    kind: "far-away" as const,
    name: facts.name,
  }));
  return { rows: [...all], skipped: [], warnings };
}

function isArea(footprint: Footprint): boolean {
  return !("flaw" in footprint) && footprint.geometry.type !== "Point";
}

function skip({ row, facts }: UsableRow, reason: SkippedRow["reason"]): SkippedRow {
  return { row, reason, name: facts.name };
}

function warningsOf({ row, notes, facts }: UsableRow): RowWarning[] {
  const { name } = facts;
  const ofGround = notes.map((kind) => ({ row, kind, name }));
  return [...ofGround, ...facts.warnings.map((warning) => ({ row, name, ...warning }))];
}

/**
 * In the order of the file; the nameless are numbered from west to east, so that one finds them on
 * the map.
 */
function buildingsOf(rows: readonly UsableRow[]): ReadBuilding[] {
  const nameless = rows
    .filter(({ facts }) => facts.name === null)
    .toSorted(({ centre: [ax = 0, ay = 0] }, { centre: [bx = 0, by = 0] }) => ax - bx || by - ay);
  const ordinals = new Map(nameless.map(({ row }, index) => [row, index + 1]));
  return rows.map(({ row, facts, geometry }) => ({
    row,
    name: facts.name,
    ordinal: ordinals.get(row) ?? null,
    number: facts.number,
    kind: facts.kind,
    address: facts.address,
    storeys: facts.storeys,
    heightMeters: facts.heightMeters,
    households: facts.households,
    geometry,
  }));
}

function nothingUsable(features: number, skipped: readonly SkippedRow[]): ImportProblem {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => ({ reason, count }));
  return new ImportProblem({ kind: "no-usable-features", features, reasons });
}
