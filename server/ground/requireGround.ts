import type { MultiPolygon, Point, Polygon } from "geojson";
import { checkArea, checkFootprint, type CheckedGround } from "#data/model/ground/footprint.ts";
import { problems } from "../problem.ts";

/** @throws Problem ground-not-usable */
export function requireFootprint(
  drawn: unknown,
  boundary: MultiPolygon,
): Point | Polygon | MultiPolygon {
  return usable(checkFootprint(drawn, boundary));
}

/** @throws Problem ground-not-usable */
export function requireArea(drawn: unknown, boundary: MultiPolygon): Polygon | MultiPolygon {
  return usable(checkArea(drawn, boundary));
}

function usable<T>(checked: CheckedGround<T>): T {
  if ("flaw" in checked) throw problems.groundNotUsable(checked.flaw);
  return checked.geometry;
}
