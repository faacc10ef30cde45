import type { LineString, MultiPolygon, Point, Polygon } from "geojson";
import type {
  AnonymousBundle,
  Entrance,
  Grid,
  MicroGrid,
  Plan,
  PlanUnit,
} from "#data/model/bundle.ts";
import { type Adjacency, neighboursOf } from "#data/model/cells/adjacency.ts";
import { cutByEntrances } from "#data/model/cells/entrances.ts";
import { groundsOf } from "#data/model/cells/grounds.ts";
import { type Tessellation, tessellate } from "#data/model/cells/tessellate.ts";
import { isBarrier } from "#data/model/context.ts";
import { groupBy } from "#data/model/groupBy.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { todayIn } from "#data/model/today.ts";
import { type Unit, unitsOf } from "#data/model/units.ts";

type Ground = MultiPolygon | null;

/**
 * One community in memory at one revision, with all that is derived from it. Derived parts are
 * computed when first asked for and kept; a change of rows makes a new resident, never a new part.
 */
export class Resident {
  readonly plan: Plan | undefined;
  readonly grids: Grid[];
  readonly microGrids: MicroGrid[];
  readonly planUnits: PlanUnit[];

  constructor(
    readonly bundle: AnonymousBundle,
    /** Layer → revision, read before the rows, so it is never newer than they are. */
    readonly revisions: Record<string, number>,
  ) {
    this.plan = bundle.plans.find(({ status }) => status === "in-force");
    const isOfPlan = ({ planId }: { planId: string }) => planId === this.plan?.id;
    this.grids = bundle.grids.filter(isOfPlan);
    this.microGrids = bundle.microGrids.filter(isOfPlan);
    this.planUnits = bundle.planUnits.filter(isOfPlan);
  }

  #units = lazy(() =>
    unitsOf(this.bundle, this.plan?.id ?? null, (unitId) => this.pointOf(unitId)),
  );
  get units(): Unit[] {
    return this.#units();
  }

  #footprints = lazy(() => footprintsOf(this.bundle));
  /** Of a building or of an entrance. */
  footprintOf(id: string): Point | Polygon | MultiPolygon {
    const footprint = this.#footprints().get(id);
    if (!footprint) throw new Error(`no footprint ${id}`);
    return footprint;
  }

  #points = new Map<string, [number, number]>();
  /** A point inside the footprint of a building or an entrance. */
  pointOf(id: string): [number, number] {
    const known = this.#points.get(id);
    if (known) return known;
    const [longitude = 0, latitude = 0] = representativePoint(this.footprintOf(id));
    const point: [number, number] = [longitude, latitude];
    this.#points.set(id, point);
    return point;
  }

  #tessellation = lazy(() =>
    tessellate(
      this.units.map(({ id }) => ({ id, geometry: this.footprintOf(id) })),
      this.bundle.community.boundary,
    ),
  );
  get tessellation(): Tessellation {
    return this.#tessellation();
  }

  #barriers = lazy(() =>
    this.bundle.context
      .filter(({ kind }) => isBarrier(kind))
      .flatMap(({ geometry }) => linesOf(geometry)),
  );
  /** Lines that no grid reaches across but at their gaps. */
  get barriers(): LineString[] {
    return this.#barriers();
  }

  /** Which cells meet, and how much of the border is open, as unit indexes. */
  #adjacency = lazy(() => neighboursOf(this.tessellation, this.barriers));
  get adjacency(): Adjacency {
    return this.#adjacency();
  }

  /**
   * An entrance without a row of its own goes with its building. Of two assignments the first counts;
   * the second is a finding of its own.
   */
  #microGridOf = lazy(() => {
    const microGridOf = new Map<string, string>();
    for (const { unitId, microGridId } of this.planUnits) {
      if (microGridId && !microGridOf.has(unitId)) microGridOf.set(unitId, microGridId);
    }
    for (const { id, buildingId } of this.units) {
      const ofBuilding = microGridOf.get(buildingId);
      if (ofBuilding && !microGridOf.has(id)) microGridOf.set(id, ofBuilding);
    }
    return microGridOf;
  });
  get microGridOf(): Map<string, string> {
    return this.#microGridOf();
  }

  #gridOf = lazy(() => new Map(this.microGrids.map(({ id, gridId }) => [id, gridId])));
  /** The grid of a micro-grid. */
  get gridOf(): Map<string, string> {
    return this.#gridOf();
  }

  gridOfUnit(unitId: string): string | undefined {
    return this.gridOf.get(this.microGridOf.get(unitId) ?? "");
  }

  #entrancesOf = lazy(() => {
    const inOrder = this.bundle.entrances.toSorted((a, b) => a.ordinal - b.ordinal);
    return groupBy(inOrder, ({ buildingId }) => buildingId);
  });
  /** Building → its entrances, by ordinal. */
  get entrancesOf(): Map<string, Entrance[]> {
    return this.#entrancesOf();
  }

  #unitsOfBuilding = lazy(() => groupBy(this.units, ({ buildingId }) => buildingId));
  unitsOfBuilding(buildingId: string): Unit[] {
    return this.#unitsOfBuilding().get(buildingId) ?? [];
  }

  #unitsOfMicroGrid = lazy(() => groupBy(this.units, ({ id }) => this.microGridOf.get(id)));
  unitsOfMicroGrid(microGridId: string): Unit[] {
    return this.#unitsOfMicroGrid().get(microGridId) ?? [];
  }

  unitsOfGrid(gridId: string): Unit[] {
    return this.microGrids
      .filter((microGrid) => microGrid.gridId === gridId)
      .flatMap(({ id }) => this.unitsOfMicroGrid(id));
  }

  /** For each unit the place of its grid in `grids`, -1 where it has none. */
  #gridIndexes = lazy(() => {
    const indexOf = new Map(this.grids.map(({ id }, index) => [id, index]));
    return Int32Array.from(this.units, ({ id }) => indexOf.get(this.gridOfUnit(id) ?? "") ?? -1);
  });
  get gridIndexes(): Int32Array {
    return this.#gridIndexes();
  }

  #gridGrounds = lazy(() => groundsOf(this.tessellation, this.gridIndexes, this.grids.length));
  /** In the order of `grids`; null for a grid without units. */
  get gridGrounds(): Ground[] {
    return this.#gridGrounds();
  }

  #microGridGrounds = lazy(() => {
    const indexOf = new Map(this.microGrids.map(({ id }, index) => [id, index]));
    const indexes = Int32Array.from(
      this.units,
      ({ id }) => indexOf.get(this.microGridOf.get(id) ?? "") ?? -1,
    );
    return groundsOf(this.tessellation, indexes, this.microGrids.length);
  });
  get microGridGrounds(): Ground[] {
    return this.#microGridGrounds();
  }

  /** What a feature derives from this resident is kept with it, and goes when it goes. */
  #kept = new Map<string, unknown>();
  keep<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  get today(): string {
    return todayIn(this.bundle.community.settings.timeZone);
  }

  #keptToday: { day: string; parts: Map<string, unknown> } | undefined;
  /** Kept until the community's midnight: what depends on who is on duty or what is late. */
  keepToday<T>(key: string, make: (today: string) => T): T {
    const { today } = this;
    if (this.#keptToday?.day !== today) this.#keptToday = { day: today, parts: new Map() };
    const { parts } = this.#keptToday;
    if (!parts.has(key)) parts.set(key, make(today));
    return parts.get(key) as T;
  }

  /** Kept until midnight, and only as long as what else it is made from is the same object. */
  keepWith<T>(key: string, basis: object, make: (today: string) => T): T {
    const made = this.keepToday(`with ${key}`, () => new WeakMap<object, { value: T }>());
    const known = made.get(basis);
    if (known) return known.value;
    const value = make(this.today);
    made.set(basis, { value });
    return value;
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function footprintsOf(bundle: AnonymousBundle): Map<string, Point | Polygon | MultiPolygon> {
  const footprints = new Map(bundle.buildings.map(({ id, footprint }) => [id, footprint]));
  const entrancesOf = groupBy(bundle.entrances, ({ buildingId }) => buildingId);
  for (const [buildingId, entrances] of entrancesOf) {
    const footprint = footprints.get(buildingId);
    if (!footprint) continue;
    const parts = cutByEntrances(footprint, entrances.length);
    const inOrder = entrances.toSorted((a, b) => a.ordinal - b.ordinal);
    inOrder.forEach(({ id }, index) => footprints.set(id, parts[index] ?? footprint));
  }
  return footprints;
}

function linesOf(geometry: GeoJSON.Geometry): LineString[] {
  const lines = (parts: GeoJSON.Position[][]) =>
    parts.map((coordinates): LineString => ({ type: "LineString", coordinates }));
  switch (geometry.type) {
    case "LineString":
      return [geometry];
    case "MultiLineString":
    case "Polygon":
      return lines(geometry.coordinates);
    case "MultiPolygon":
      return lines(geometry.coordinates.flat());
    default:
      return [];
  }
}
