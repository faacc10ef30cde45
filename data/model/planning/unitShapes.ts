import type { MultiPolygon, Point, Polygon } from "geojson";
import { cutByEntrances } from "../cells/entrances.ts";
import type { PlanningGround } from "./ground.ts";

/** What each unit stands on, in the order of `planningUnits`: a footprint, or an entrance's share of it. */
export function unitShapes(
  { buildings }: Pick<PlanningGround, "buildings">,
  broken: ReadonlySet<string>,
): { id: string; geometry: Point | Polygon | MultiPolygon }[] {
  return buildings.flatMap(({ id, footprint, entrances }) => {
    if (!broken.has(id) || entrances.length === 0) return [{ id, geometry: footprint }];
    const shares = cutByEntrances(footprint, entrances.length);
    return entrances.map((entrance, index) => ({ id: entrance.id, geometry: shares[index]! }));
  });
}
