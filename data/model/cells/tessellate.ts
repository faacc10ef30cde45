import { Delaunay } from "d3-delaunay";
import type Flatbush from "flatbush";
import type { MultiPolygon, Polygon } from "geojson";
import { boxIndexOf } from "../geometry/boxIndex.ts";
import { examine } from "../geometry/examine.ts";
import { edgesOf, outlinesOf, type Outlines } from "../geometry/outlines.ts";
import { planeOf, type Plane } from "../geometry/plane.ts";
import { SegmentGrid } from "../geometry/segmentGrid.ts";
import { bordersBetween } from "./borders.ts";
import { clipToBoundary, type Clipped } from "./clip.ts";
import { exclavesOf } from "./exclaves.ts";
import { packNodes } from "./packNodes.ts";
import { placeRepresentatives, type Representatives } from "./representatives.ts";
import { sampleOutlines } from "./sample.ts";
import { Sites } from "./sites.ts";
import { OUTSIDE, type Footprint, type Tessellation } from "./tessellation.ts";

export type { Footprint, Tessellation };

/** Everything within this many metres of a queried segment is found; more than any tolerance. */
const GRID_PADDING_METERS = 0.001;
/** Insets to try until topology and rounding agree; the first has always done so far. */
const INSET_SCALES = [1, 0.93, 1.09, 0.81];

/**
 * Divides the ground within a boundary among footprints: each gets what is nearer to it than to any other, by the
 * Voronoi diagram of samples of its outline. The cells tile the boundary exactly. Footprints that touch, overlap, are
 * nested or identical, cross themselves or have no area get ground like any other and are listed in `problems`;
 * identical ones stand side by side (see `placeRepresentatives`). A footprint whose representative point is outside
 * the boundary takes no part and becomes an exclave. WGS 84; O(n log n).
 */
export function tessellate(
  footprints: readonly Footprint[],
  boundary: Polygon | MultiPolygon,
): Tessellation {
  const plane = planeOf(boundary);
  const geometries = footprints.map((footprint) => footprint.geometry);
  const outlines = outlinesOf(geometries, plane);
  const rings = outlinesOf([boundary], plane);
  const ids = footprints.map((footprint) => footprint.id);
  const boxIndex = boxIndexOf(outlines);
  // Cells large enough to hold most borders whole, small enough that few of them meet the boundary.
  const cellsPerSide = 16 + Math.sqrt(ids.length / 4 + rings.x.length);
  const grid = new SegmentGrid(edgesOf(rings), cellsPerSide, GRID_PADDING_METERS);
  const { clipped, sites, representatives } = divide(outlines, boxIndex, rings, grid);
  const exclaves = exclavesOf(footprints, outlines, representatives.units, boundary, grid);
  return {
    ids,
    plane,
    ...packNodes(clipped, plane, boundary),
    samples: sites.coordinates.subarray(0, 2 * sites.count),
    representativePoints: inDegrees(representatives.points, plane),
    exclaves,
    problems: [
      ...examine(outlines, ids, boxIndex),
      ...exclaves.map(({ unit }) => ({
        footprintId: ids[unit]!,
        kind: "outside-boundary" as const,
      })),
    ],
  };
}

function inDegrees(points: Float64Array, plane: Plane): Float64Array {
  const degrees = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    degrees[i] = plane.longitude + points[i]! / plane.metersPerDegreeEast;
    degrees[i + 1] = plane.latitude + points[i + 1]! / plane.metersPerDegreeNorth;
  }
  return degrees;
}

interface Division {
  clipped: Clipped;
  sites: Sites;
  representatives: Representatives;
}

function divide(
  outlines: Outlines,
  boxIndex: Flatbush | undefined,
  rings: Outlines,
  grid: SegmentGrid,
): Division {
  let division: Division | undefined;
  for (const scale of INSET_SCALES) {
    const sites = new Sites(outlines.geometryStart.length - 1);
    const representatives = placeRepresentatives(outlines, grid, sites);
    if (boxIndex) sampleOutlines(outlines, boxIndex, representatives.units, sites, scale);
    const clipped = bordersWithin(sites, rings, grid);
    division = { clipped, sites, representatives };
    if (clipped.isConsistent) break;
  }
  return division!;
}

function bordersWithin(sites: Sites, rings: Outlines, grid: SegmentGrid): Clipped {
  const real = sites.count;
  frame(sites, rings.boxes);
  const points = sites.coordinates.subarray(0, 2 * sites.count);
  const delaunay = new Delaunay(points);
  sites.count = real;
  const graph = bordersBetween(delaunay, points, sites.units);
  return clipToBoundary(graph, rings, grid, (x, y) =>
    real === 0 ? OUTSIDE : sites.units[delaunay.find(x, y)]!,
  );
}

/**
 * Adds four samples that belong to nobody, so far away that they are nearest to no place within the boundary: no
 * border of the diagram is then unbounded, and no layout collinear.
 */
function frame(sites: Sites, box: Float64Array) {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = box;
  let reach = Math.max(maxX - minX, maxY - minY, 1);
  for (let i = 0; i < 2 * sites.count; i++) {
    reach = Math.max(reach, Math.abs(sites.coordinates[i]!));
  }
  const far = 16 * reach;
  sites.add(-far, -far, OUTSIDE);
  sites.add(far, -far, OUTSIDE);
  sites.add(far, far, OUTSIDE);
  sites.add(-far, far, OUTSIDE);
}
