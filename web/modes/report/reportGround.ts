import type { FeatureCollection, MultiPolygon, Point, Polygon, Position } from "geojson";
import type { HazardCategory, HazardLevel, HazardStatus } from "#data/model/hazards/kinds.ts";
import { type Plane, planeAt, project } from "#data/model/geometry/plane.ts";
import { representativePoint } from "#data/model/geometry/representative.ts";
import { ShapeIndex } from "#data/model/geometry/shapeIndex.ts";
import type { CommunityState } from "#web/state/community.svelte.ts";

interface Named {
  id: string;
  name: string;
}

/** An open hazard, as its pin tells. */
export interface NearHazard {
  id: string;
  category: HazardCategory;
  level: HazardLevel;
  status: HazardStatus;
  position: [number, number];
  meters: number;
}

/** Where something is, in the words of the community. */
export interface Spot {
  building: Named | null;
  grid: Named | null;
}

type Area = Polygon | MultiPolygon;
type Features<Shape extends Point | Area, Properties> = FeatureCollection<
  Shape,
  { id: string } & Properties
>;

/** As the server takes it: in front of a house is at the house. */
const BUILDING_METERS = 15;
/** The same danger is seldom pinned twice further apart. */
const SAME_METERS = 50;

/** What the map knows already, asked about one position: it answers without a network, too. */
export class ReportGround {
  readonly #plane: Plane;
  readonly #footprints: ShapeIndex;
  readonly #gridGrounds: ShapeIndex;

  constructor(
    private readonly buildings: Features<Point | Area, { name: string }>["features"],
    private readonly grids: Features<Area, { name: string }>["features"],
    private readonly hazards: Features<
      Point,
      Omit<NearHazard, "id" | "position" | "meters">
    >["features"],
  ) {
    const first = buildings[0] ?? grids[0];
    this.#plane = planeAt(first ? representativePoint(first.geometry as Area) : [0, 0]);
    this.#footprints = new ShapeIndex(
      buildings.map(({ geometry }) => geometry),
      this.#plane,
    );
    this.#gridGrounds = new ShapeIndex(
      grids.map(({ geometry }) => geometry),
      this.#plane,
    );
  }

  spotAt(position: Position): Spot {
    const building =
      this.#footprints.containing(position) ?? this.#footprints.nearest(position, BUILDING_METERS);
    const grid = this.#gridGrounds.containing(position);
    return {
      building: namedOf(building === undefined ? undefined : this.buildings[building]),
      grid: namedOf(grid === undefined ? undefined : this.grids[grid]),
    };
  }

  /** Buildings to choose from, the nearest first. */
  buildingsNear(position: Position | null): Named[] {
    const all = this.buildings.map((building) => ({
      ...namedOf(building)!,
      meters: position ? this.#meters(position, middleOf(building.geometry)) : 0,
    }));
    return position ? all.sort((a, b) => a.meters - b.meters) : all;
  }

  /** A point in the building. */
  placeOf(buildingId: string): [number, number] | undefined {
    const found = this.buildings.find(({ properties }) => properties.id === buildingId);
    return found && middleOf(found.geometry);
  }

  /** Open ones of the same kind close by, the nearest first. */
  hazardsNear(position: Position, category: HazardCategory): NearHazard[] {
    return this.hazards
      .filter(({ properties }) => properties.category === category)
      .map(({ properties: { id, level, status }, geometry }) => {
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        const at: [number, number] = [longitude, latitude];
        return { id, category, level, status, position: at, meters: this.#meters(position, at) };
      })
      .filter(({ meters }) => meters <= SAME_METERS)
      .sort((a, b) => a.meters - b.meters);
  }

  #meters(from: Position, to: Position): number {
    const [ax, ay] = project(this.#plane, from);
    const [bx, by] = project(this.#plane, to);
    return Math.hypot(ax - bx, ay - by);
  }
}

/** From the same addresses as the map's layers, so mostly from what is here already. @throws TypeError */
export async function readReportGround(here: CommunityState): Promise<ReportGround> {
  const [buildings, grids, hazards] = await Promise.all([
    readLayer(here.layerAddress("buildings")),
    readLayer(here.layerAddress("grids")),
    // Without a duty to see them there are none to compare with.
    readLayer(here.layerAddress("hazards")).catch(() => []),
  ]);
  type Grounds = ConstructorParameters<typeof ReportGround>;
  return new ReportGround(buildings as Grounds[0], grids as Grounds[1], hazards as Grounds[2]);
}

async function readLayer(address: string): Promise<FeatureCollection["features"]> {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`no layer: ${response.status}`);
  return ((await response.json()) as FeatureCollection).features;
}

function namedOf(feature: { properties: Named } | undefined): Named | null {
  return feature ? { id: feature.properties.id, name: feature.properties.name } : null;
}

function middleOf(geometry: Point | Area): [number, number] {
  if (geometry.type !== "Point") return representativePoint(geometry);
  const [longitude = 0, latitude = 0] = geometry.coordinates;
  return [longitude, latitude];
}
