import type { PlaceKind } from "../../model/places.ts";
import type { PlaceSketch } from "../definition.ts";

/** Places side by side along one front of a building, from the west. */
export function front(
  building: string,
  side: "south" | "north",
  places: readonly (readonly [kind: PlaceKind, name: string])[],
): PlaceSketch[] {
  return places.map(([kind, name], i) => ({
    kind,
    name,
    building,
    side,
    along: (i + 0.5) / places.length,
  }));
}
