import type { Position } from "geojson";
import { centreOf } from "./boundary.ts";
import type { Footprint } from "./footprints.ts";
import { median, medianPosition } from "./ground.ts";
import { ImportProblem, type ImportProblemDetail, type XY } from "./problems.ts";

/** Half the width of the Web Mercator world, metres. */
const MERCATOR_LIMIT = 20_037_508.35;
/** No projected coordinate is larger: eight-digit eastings end at 45 million. */
const METRES_LIMIT = 50_000_000;
/** Degrees are never beyond this, even counted from 0 to 360. */
const DEGREES_LIMIT = 360;

interface OffEarthRow {
  row: number;
  example: Position;
}

/**
 * A few wrong rows are skipped; where most are wrong the whole file is in something else than
 * degrees.
 */
export function refuseWrongCoordinates(footprints: readonly Footprint[]): void {
  const offEarth: OffEarthRow[] = [];
  const centres: Position[] = [];
  let firstRow = 0;
  for (const [index, footprint] of footprints.entries()) {
    if (!("flaw" in footprint)) {
      firstRow ||= index + 1;
      centres.push(centreOf(footprint.geometry));
    } else if (footprint.flaw === "off-earth" && footprint.example) {
      offEarth.push({ row: index + 1, example: footprint.example });
    }
  }
  if (offEarth.length > centres.length) throw offEarthProblem(offEarth);
  if (centres.length > 0 && looksSwapped(medianPosition(centres))) {
    const [[x = 0, y = 0] = []] = centres;
    throw new ImportProblem({ kind: "coordinates-swapped", row: firstRow, example: [x, y] });
  }
}

/**
 * What the numbers are when most of a file lies off the earth: metres, latitude first, or something
 * else.
 */
function offEarthProblem(rows: readonly OffEarthRow[]): ImportProblem {
  const middle: XY = [
    median(rows.map(({ example: [x = 0] }) => x)),
    median(rows.map(({ example: [, y = 0] }) => y)),
  ];
  const { row = 1, example: [x = 0, y = 0] = [] } = rows[0] ?? {};
  const place = { row, example: [x, y] as const };
  return new ImportProblem(explain(middle, place));
}

/**
 * Whether a position on earth is one of China with latitude and longitude exchanged.
 * East of 90° that leaves the earth; west of it, it is the Arctic Ocean north of Europe.
 */
function looksSwapped([x = 0, y = 0]: Position): boolean {
  return x >= 18 && x <= 54 && y >= 73;
}

function explain([x, y]: XY, place: { row: number; example: XY }): ImportProblemDetail {
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return { kind: "coordinates-swapped", ...place };
  const largest = Math.max(Math.abs(x), Math.abs(y));
  if (largest > DEGREES_LIMIT && largest <= METRES_LIMIT) {
    return { kind: "coordinates-in-metres", ...place, epsg: guessEpsg(x, y) };
  }
  return { kind: "coordinates-off-earth", ...place };
}

/**
 * The CGCS2000 zone that an eight-digit easting starts with (3-degree zones 25–45, 6-degree zones
 * 13–23; surveyors may write northing first), else Web Mercator. 13–15 million is also Mercator's
 * eastern China, where far more people live: Mercator wins.
 */
function guessEpsg(x: number, y: number): number | null {
  const zoned = zoneEpsg(x, y) ?? zoneEpsg(y, x);
  if (zoned !== null) return zoned;
  const isMercator = Math.abs(x) <= MERCATOR_LIMIT && Math.abs(y) <= MERCATOR_LIMIT;
  // Six-digit eastings are a zone's without its number, or somebody's own grid: no guess.
  return isMercator && Math.abs(x) >= 1_000_000 ? 3857 : null;
}

function zoneEpsg(easting: number, northing: number): number | null {
  const zone = Math.floor(easting / 1_000_000);
  const inZone = easting - zone * 1_000_000;
  if (northing < 1_900_000 || northing > 6_100_000 || inZone < 100_000 || inZone > 900_000)
    return null;
  if (zone >= 25 && zone <= 45) return 4513 + zone - 25;
  return zone >= 16 && zone <= 23 ? 4491 + zone - 13 : null;
}
