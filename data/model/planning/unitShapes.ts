import type { MultiPolygon, Point, Polygon } from "geojson";
import { cutByEntrances } from "../cells/entrances.ts";
import type { PlanningGround } from "./ground.ts";

export interface UnitShape {
  id: string;
  /** The building's, or the entrance's alone. */
  name: string;
  geometry: Point | Polygon | MultiPolygon;
}

/** What each unit stands on, in the order of `planningUnits`: a footprint, or an entrance's share of it. */
export function unitShapes(
  { buildings }: Pick<PlanningGround, "buildings">,
  broken: ReadonlySet<string>,
): UnitShape[] {
  return buildings.flatMap(({ id, name, footprint, entrances }) => {
    if (!broken.has(id) || entrances.length === 0) return [{ id, name, geometry: footprint }];
    const shares = cutByEntrances(footprint, entrances.length);
    return entrances.map((entrance, index) => {
      return { id: entrance.id, name: entrance.name, geometry: shares[index]! };
    });
  });
}
