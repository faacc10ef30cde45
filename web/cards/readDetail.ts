import type { BuildingDetail } from "#data/model/answers/buildings.ts";
import type { GridDetail, MicroGridDetail } from "#data/model/answers/grids.ts";
import type { CompoundDetail, PlaceDetail } from "#data/model/answers/places.ts";
import { api } from "#web/api.ts";
import type { GroundThing, GroundType } from "#web/state/view.ts";

/** What is known of a thing, with the type that says which card tells it. */
export type ThingDetail =
  | { type: "building"; detail: BuildingDetail }
  | { type: "grid"; detail: GridDetail }
  | { type: "micro-grid"; detail: MicroGridDetail }
  | { type: "compound"; detail: CompoundDetail }
  | { type: "place"; detail: PlaceDetail };

interface Path {
  slug: string;
  id: string;
}
type Reader = (param: Path, init: RequestInit) => Promise<ThingDetail>;

const community = api.communities[":slug"];

const READERS = {
  building: async (param, init) => {
    const response = await community.buildings[":id"].$get({ param }, { init });
    return { type: "building", detail: await response.json() };
  },
  grid: async (param, init) => {
    const response = await community.grids[":id"].$get({ param }, { init });
    return { type: "grid", detail: await response.json() };
  },
  "micro-grid": async (param, init) => {
    const response = await community["micro-grids"][":id"].$get({ param }, { init });
    return { type: "micro-grid", detail: await response.json() };
  },
  compound: async (param, init) => {
    const response = await community.compounds[":id"].$get({ param }, { init });
    return { type: "compound", detail: await response.json() };
  },
  place: async (param, init) => {
    const response = await community.places[":id"].$get({ param }, { init });
    return { type: "place", detail: await response.json() };
  },
} satisfies Record<GroundType, Reader>;

/** @throws ApiProblem; an AbortError once the signal is aborted */
export function readDetail(slug: string, { type, id }: GroundThing, signal: AbortSignal) {
  return READERS[type]({ slug, id }, { signal });
}
