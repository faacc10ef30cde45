import type { Place } from "../../model/bundle.ts";
import { isSmallPlace } from "../../model/places.ts";
import type { SampleDefinition } from "../definition.ts";
import { toPoint } from "../ground/frame.ts";
import { frontSpot } from "../ground/geometry.ts";
import { keyOf, type Site } from "../ground/site.ts";
import { daysBefore } from "../kit/days.ts";
import { idOf } from "../kit/identity.ts";
import type { Random } from "../kit/random.ts";

/** The places of a community, each small one inspected within the last three weeks. */
export function placesOf(
  { slug, frame, places }: SampleDefinition,
  site: Site,
  today: string,
  random: Random,
): Place[] {
  return places.map((sketch) => {
    const building = site.buildings.find((one) => keyOf(one) === sketch.building);
    if (!building) throw new Error(`no building ${sketch.building} for ${sketch.name}`);
    const spot = frontSpot(building.ring, sketch.along, sketch.side ?? "south");
    return {
      id: idOf(slug, `place/${sketch.name}`),
      buildingId: idOf(slug, `building/${keyOf(building)}`),
      kind: sketch.kind,
      name: sketch.name,
      address: building.address,
      areaSquareMeters: sketch.areaSquareMeters ?? null,
      inspectedOn: isSmallPlace(sketch.kind) ? daysBefore(today, random.integer(1, 21)) : null,
      note: sketch.note ?? null,
      location: toPoint(frame, spot),
    };
  });
}
