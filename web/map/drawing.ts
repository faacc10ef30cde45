import type { MultiPolygon, Point, Polygon, Position } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { TerraDraw } from "terra-draw";

export type Shape = Point | Polygon | MultiPolygon;
type Handle = Point | Polygon;

/** Something that a person draws or changes on the map, with mouse or finger. */
export interface Drawing {
  /** Shows a shape to be dragged; the corners too where it is one outline. */
  edit: (shape: Shape) => void;
  /** Waits for corners; the first corner pressed again closes the outline. */
  begin: () => void;
  stop: () => void;
}

interface Options {
  /** `#rrggbb` */
  colour: string;
  /** After each step: a corner let go, an outline closed. */
  onstep: (shape: Shape) => void;
}

/** Nine decimals of a degree are a tenth of a millimetre; the library takes no more. */
const DECIMALS = 9;

/** The library comes only to those who draw. */
export async function drawOn(map: MapLibreMap, { colour, onstep }: Options): Promise<Drawing> {
  const { openTerraDraw } = await import("./terraDraw.ts");
  const draw = openTerraDraw(map, { colour, decimals: DECIMALS });
  let edited: { shape: Shape; handle: Handle } | undefined;

  function edit(shape: Shape): void {
    draw.clear();
    const handle = rounded(handleOf(shape));
    edited = { shape, handle };
    const mode = handle.type === "Point" ? "point" : isOneOutline(shape) ? "polygon" : "outline";
    const id = draw.getFeatureId();
    draw.addFeatures([{ type: "Feature", id, geometry: handle, properties: { mode } }]);
    draw.setMode("select");
    draw.selectFeature(id);
  }

  draw.start();
  draw.on("finish", (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry as Handle | undefined;
    if (!geometry) return;
    onstep(edited && !isOneOutline(edited.shape) ? carried(edited, geometry) : geometry);
  });
  return {
    edit,
    begin: () => {
      edited = undefined;
      draw.clear();
      draw.setMode("polygon");
    },
    stop: () => stopOn(map, draw),
  };
}

/** The map may have gone before what was drawn on it. */
function stopOn(map: MapLibreMap, draw: TerraDraw): void {
  if (map.getStyle()) draw.stop();
}

function isOneOutline(shape: Shape): boolean {
  return shape.type === "Point" || (shape.type === "Polygon" && shape.coordinates.length === 1);
}

/** What is taken hold of: the point, or the first outline. */
function handleOf(shape: Shape): Handle {
  if (shape.type === "Point") return shape;
  const rings = shape.type === "Polygon" ? shape.coordinates : shape.coordinates[0];
  return { type: "Polygon", coordinates: [rings?.[0] ?? []] };
}

/** The whole shape, as far from where it was as its handle. */
function carried({ shape, handle }: { shape: Shape; handle: Handle }, moved: Handle): Shape {
  const [x = 0, y = 0] = firstOf(handle);
  const [toX = 0, toY = 0] = firstOf(moved);
  return mapped(shape, ([a = 0, b = 0]) => [a + toX - x, b + toY - y]);
}

function firstOf(handle: Handle): Position {
  return handle.type === "Point" ? handle.coordinates : (handle.coordinates[0]?.[0] ?? []);
}

function rounded(handle: Handle): Handle {
  const factor = 10 ** DECIMALS;
  const round = (value: number) => Math.round(value * factor) / factor;
  return mapped(handle, ([x = 0, y = 0]) => [round(x), round(y)]);
}

function mapped<T extends Shape>(shape: T, move: (position: Position) => Position): T {
  const walk = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === "number"
      ? move(value as Position)
      : (value as unknown[]).map(walk);
  return { ...shape, coordinates: walk(shape.coordinates) } as T;
}
