import { BUILDING_KIND_WORDS } from "#web/words/buildings.ts";
import { PLACE_KIND_WORDS } from "#web/words/places.ts";
import { GRID_KIND_WORDS } from "#web/words/plans.ts";
import { THING_TYPE_WORDS } from "#web/words/things.ts";
import type { ThingDetail } from "./readDetail.ts";

/** What a thing is, as exactly as is known: a tower block, a small eating place, a micro-grid. */
export function kindWord({ type, detail }: ThingDetail): string {
  if (type === "building") return BUILDING_KIND_WORDS[detail.kind]();
  if (type === "place") return PLACE_KIND_WORDS[detail.kind]();
  if (type === "grid") return GRID_KIND_WORDS[detail.kind]();
  return THING_TYPE_WORDS[type]();
}
