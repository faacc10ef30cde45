import type { DutyPlaceType } from "#data/model/duties.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { compareNatural } from "#data/model/search.ts";
import { api } from "#web/api.ts";

/** A place that somebody can answer for. */
export interface DutyPlaceName {
  type: DutyPlaceType;
  id: string;
  name: string;
  /** Which of several of the same name: the building's compound, the micro-grid's grid. */
  within: string | null;
  /** The grid it lies in; null where it lies in none or in several. */
  gridId: string | null;
}

/** The properties that are read of a layer's features. */
interface PlaceFeature {
  id: string;
  properties: { name: string; gridId?: string | null; compoundId?: string | null };
}

const LAYER_OF = {
  grid: "grids",
  "micro-grid": "micro-grids",
  building: "buildings",
  compound: "compounds",
} as const satisfies Partial<Record<DutyPlaceType, string>>;
type LayeredType = keyof typeof LAYER_OF;

/** Everything in a community that a duty can be about. */
export class PlaceNames {
  readonly #lists: ReadonlyMap<DutyPlaceType, DutyPlaceName[]>;
  readonly #byId: ReadonlyMap<string, DutyPlaceName>;

  constructor(places: readonly DutyPlaceName[]) {
    this.#lists = groupBy(places, ({ type }) => type);
    this.#byId = new Map(places.map((place) => [place.id, place]));
  }

  /** In natural order: 2号楼 before 10号楼. */
  list(type: DutyPlaceType): readonly DutyPlaceName[] {
    return this.#lists.get(type) ?? [];
  }

  find(id: string): DutyPlaceName | undefined {
    return this.#byId.get(id);
  }
}

/** Reads them from the map's own layers, which the browser has already. @throws ApiProblem */
export async function readPlaceNames(
  slug: string,
  community: { id: string; name: string },
  signal: AbortSignal,
): Promise<PlaceNames> {
  const types = Object.keys(LAYER_OF) as LayeredType[];
  const layers = await Promise.all(types.map((type) => readLayer(slug, type, signal)));
  const names = new Map(layers.flat().map(({ id, name }) => [id, name]));
  const places = layers.flat().map(({ parentId, ...place }) => ({
    ...place,
    within: (parentId && names.get(parentId)) ?? null,
  }));
  places.sort(
    (a, b) => compareNatural(a.within ?? "", b.within ?? "") || compareNatural(a.name, b.name),
  );
  const whole = { type: "community" as const, ...community, within: null, gridId: null };
  return new PlaceNames([whole, ...places]);
}

async function readLayer(slug: string, type: LayeredType, signal: AbortSignal) {
  const response = await api.communities[":slug"].layers[":layer"].$get(
    { param: { slug, layer: LAYER_OF[type] }, query: { as: "points" } },
    { init: { signal } },
  );
  const { features } = (await response.json()) as { features: PlaceFeature[] };
  return features.map(({ id, properties }) => {
    const { name, gridId = null, compoundId = null } = properties;
    return { type, id, name, gridId, parentId: type === "building" ? compoundId : gridId };
  });
}
