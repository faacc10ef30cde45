import type { Position } from "geojson";
import { groupBy } from "../groupBy.ts";
import { normaliseBuildingNumber } from "./buildingNumbers.ts";
import { median } from "./ground.ts";
import type { ReadBuilding, RowWarning } from "./reading.ts";
import type { UsableRow } from "./rows.ts";

/**
 * Half the buildings lower than this, metres, in whole metres all: storeys, or a village of sheds.
 */
const MAX_MEDIAN_STOREYS = 7;
const MAX_USUAL_STOREYS = 60;

/** Rows on exactly the same ground: a repetition where they also say the same, else a warning. */
export function findSameFootprints(rows: readonly UsableRow[]): {
  duplicates: { row: UsableRow; otherRow: number }[];
  warnings: RowWarning[];
} {
  const duplicates: { row: UsableRow; otherRow: number }[] = [];
  const warnings: RowWarning[] = [];
  for (const alike of groupBy(rows, ({ geometry }) => outlineSummary(geometry)).values()) {
    if (alike.length < 2) continue;
    for (const same of groupBy(alike, ({ geometry }) => outlineText(geometry)).values()) {
      const kept = new Map<string, UsableRow>();
      for (const row of same) {
        const [first] = kept.values();
        const twin = kept.get(namingOf(row)) ?? (row.facts.name === null ? first : undefined);
        if (twin) duplicates.push({ row, otherRow: twin.row });
        else kept.set(namingOf(row), row);
        if (!twin && first) warnings.push(warning(row, "same-footprint", { otherRow: first.row }));
      }
    }
  }
  return { duplicates, warnings };
}

/** Two buildings that carry the same number in the same street or estate, however it is written. */
export function findSameNumbers(rows: readonly UsableRow[]): RowWarning[] {
  const numbered = rows.filter(({ facts }) => facts.number !== null && facts.numberPlace !== null);
  const keyOf = ({ facts }: UsableRow) =>
    JSON.stringify([facts.numberPlace, normaliseBuildingNumber(facts.number ?? "")]);
  return [...groupBy(numbered, keyOf).values()].flatMap(([first, ...others]) =>
    others.map((row) =>
      warning(row, "same-number", { otherRow: first?.row, value: row.facts.number ?? "" }),
    ),
  );
}

/**
 * One building delivered in two: the same identity or name, and one edge in common to the last
 * digit.
 */
export function findCutInTwo(rows: readonly UsableRow[]): RowWarning[] {
  const areas = rows.filter(({ geometry }) => geometry.type !== "Point");
  const groups = [
    ...groupBy(areas, ({ sourceId }) => sourceId),
    ...groupBy(areas, (row) => (isNamed(row) ? namingOf(row) : null)),
  ].filter(([key, group]) => key !== null && group.length > 1);
  const found = new Map<number, RowWarning>();
  for (const [, group] of groups) {
    const owners = new Map<string, UsableRow>();
    for (const row of group) {
      for (const edge of edgeTexts(row.geometry)) {
        const owner = owners.get(edge) ?? row;
        owners.set(edge, owner);
        if (owner === row || found.has(row.row)) continue;
        found.set(row.row, warning(row, "cut-in-two", { otherRow: owner.row }));
      }
    }
  }
  return [...found.values()];
}

/**
 * Without storeys to compare with, a whole column of small whole heights is suspected to be
 * storeys.
 */
export function findHeightsLikeStoreys(rows: readonly UsableRow[]): RowWarning[] {
  if (rows.some(({ facts }) => facts.storeys !== null)) return [];
  const high = rows.filter(({ facts }) => facts.heightMeters !== null);
  const heights = high.map(({ facts }) => facts.heightMeters ?? 0);
  const isLikeStoreys =
    heights.every((height) => Number.isInteger(height) && height <= MAX_USUAL_STOREYS) &&
    median(heights) <= MAX_MEDIAN_STOREYS;
  if (!isLikeStoreys) return [];
  return high.map((row) =>
    warning(row, "height-like-storeys", { value: String(row.facts.heightMeters) }),
  );
}

function warning(
  { row, facts }: UsableRow,
  kind: RowWarning["kind"],
  more: Partial<RowWarning>,
): RowWarning {
  return { row, kind, name: facts.name, ...more };
}

/** A bare number without a street is nobody's name. */
function isNamed({ facts: { name, number, address } }: UsableRow): boolean {
  return name !== null && (name !== number || address !== null);
}

function namingOf({ facts }: UsableRow): string {
  return JSON.stringify([facts.name, facts.number, facts.address]);
}

function ringsOf(geometry: ReadBuilding["geometry"]): Position[][] {
  if (geometry.type === "Point") return [[geometry.coordinates]];
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/**
 * Cheap and the same for the same outline wherever it starts: only rows alike in it are compared in
 * full.
 */
function outlineSummary(geometry: ReadBuilding["geometry"]): string {
  const rings = ringsOf(geometry);
  const corner = rings.map((ring) => positionText(lowest(ring).corner));
  return `${rings.map((ring) => ring.length).join()} ${corner.join(" ")}`;
}

function outlineText(geometry: ReadBuilding["geometry"]): string {
  const texts = ringsOf(geometry).map((ring) => {
    const corners = ring.length > 1 ? ring.slice(1) : ring;
    const { index } = lowest(corners);
    return [...corners.slice(index), ...corners.slice(0, index)].map(positionText).join(" ");
  });
  return texts.join(";");
}

function lowest(ring: readonly Position[]): { corner: Position; index: number } {
  let [corner, index]: [Position, number] = [ring[0] ?? [], 0];
  for (const [other, position] of ring.entries()) {
    const [x = 0, y = 0] = position;
    const [lowX = 0, lowY = 0] = corner;
    if (x < lowX || (x === lowX && y < lowY)) [corner, index] = [position, other];
  }
  return { corner, index };
}

function edgeTexts(geometry: ReadBuilding["geometry"]): string[] {
  return ringsOf(geometry).flatMap((ring) =>
    ring.slice(1).map((to, index) => {
      const ends = [positionText(ring[index] ?? []), positionText(to)];
      return ends.sort().join(" ");
    }),
  );
}

function positionText([x = 0, y = 0]: Position): string {
  return `${x},${y}`;
}
