import type { ContextFeature } from "../../model/bundle.ts";
import { idOf } from "../kit/identity.ts";
import { type Frame, toLineString, toPoint, toPolygon } from "./frame.ts";
import { middleOf, type Ring, type Spot } from "./plane.ts";
import type { BuildingSketch, ContextSketch } from "./site.ts";
import { extent } from "./slabs.ts";

export function contextOf(
  slug: string,
  frame: Frame,
  sketches: readonly ContextSketch[],
): ContextFeature[] {
  return sketches.map(({ kind, name, shape }, i) => ({
    id: idOf(slug, `context/${i}`),
    kind,
    name,
    geometry:
      "point" in shape
        ? toPoint(frame, shape.point)
        : "line" in shape
          ? toLineString(frame, shape.line)
          : toPolygon(frame, shape.ring),
  }));
}

/** Where a building's nth entrance of many is: along its longer side, from the west or south end. */
export function entranceSpot({ ring, entrances }: BuildingSketch, ordinal: number): Spot {
  const [west, east] = extent(ring, 0);
  const [south, north] = extent(ring, 1);
  const share = (ordinal - 0.5) / entrances;
  if (east - west >= north - south) return [west + (east - west) * share, (south + north) / 2];
  return [(west + east) / 2, south + (north - south) * share];
}

/** A spot inside a building, two metres behind its south or north front. */
export function frontSpot(ring: Ring, along: number, side: "south" | "north" | "middle"): Spot {
  const [west, east] = extent(ring, 0);
  const [south, north] = extent(ring, 1);
  const x = west + (east - west) * (0.04 + 0.92 * along);
  if (side === "middle") return [x, middleOf(ring)[1]];
  return [x, side === "south" ? south + 2.5 : north - 2.5];
}
