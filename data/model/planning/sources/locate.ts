import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import { type Bbox, bboxOf } from "../../geometry/bbox.ts";
import { contains } from "../../geometry/contains.ts";

/** A unit on the ground. */
export interface Site {
  id: string;
  /** A point on its footprint that stands for it. */
  position: Position;
  footprint: Point | Polygon | MultiPolygon;
}

export interface Location {
  siteId: string;
  /** Place in the list of outlines; null outside of all. */
  outline: number | null;
  /** All that it may be in, where the point alone does not tell; empty where it does. */
  candidates: number[];
}

/** Along each side of a footprint's box: enough to tell halves from thirds. */
const SAMPLES = 12;

/**
 * Which outline each unit lies in: by its representative point, and by the larger share of its
 * footprint where that point lies in several outlines or in none.
 */
export function locate(
  sites: readonly Site[],
  outlines: readonly (Polygon | MultiPolygon)[],
): Location[] {
  const boxes = outlines.map((outline) => bboxOf(outline));
  const near = (box: Bbox) =>
    outlines.flatMap((_, index) => (meets(box, boxes[index]!) ? index : []));
  return sites.map(({ id: siteId, position, footprint }) => {
    const close = near(bboxOf(footprint));
    const around = close.filter((index) => contains(outlines[index]!, position));
    if (around.length === 1) return { siteId, outline: around[0]!, candidates: [] };
    const shares = sharesOf(footprint, around.length > 1 ? around : close, outlines);
    const [largest] = shares;
    const candidates = shares.map(({ index }) => index);
    if (largest === undefined) return { siteId, outline: around[0] ?? null, candidates: around };
    return { siteId, outline: largest.index, candidates: candidates.length > 1 ? candidates : [] };
  });
}

function meets(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** Largest first, the earlier of two that are equal; those that it does not touch are left out. */
function sharesOf(
  footprint: Point | Polygon | MultiPolygon,
  among: readonly number[],
  outlines: readonly (Polygon | MultiPolygon)[],
): { index: number; share: number }[] {
  if (among.length === 0) return [];
  const samples = samplesOf(footprint);
  return among
    .map((index) => ({
      index,
      share: samples.filter((position) => contains(outlines[index]!, position)).length,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.index - b.index);
}

function samplesOf(footprint: Point | Polygon | MultiPolygon): Position[] {
  if (footprint.type === "Point") return [footprint.coordinates];
  const [west, south, east, north] = bboxOf(footprint);
  const samples: Position[] = [];
  for (let column = 0; column < SAMPLES; column++) {
    for (let row = 0; row < SAMPLES; row++) {
      const x = west + ((column + 0.5) / SAMPLES) * (east - west);
      const y = south + ((row + 0.5) / SAMPLES) * (north - south);
      if (contains(footprint, [x, y])) samples.push([x, y]);
    }
  }
  return samples;
}
