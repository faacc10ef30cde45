import type { Map as MapLibreMap, PaddingOptions } from "maplibre-gl";

/** Longer journeys are a nuisance (LOOK). */
const FLIGHT_MS = 800;
/** Close enough to read house numbers, far enough to see the neighbours. */
const CLOSE_ZOOM = 17.5;
const MARGIN_PIXELS = 48;

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** How much of the map's right and lower edge something else lies over, in pixels. */
export interface Cover {
  right: number;
  bottom: number;
}

/** What covers each map now. Kept apart from the map's own padding, since setting that moves the map. */
const covers = new WeakMap<MapLibreMap, Cover>();
const coverOf = (map: MapLibreMap): Cover => covers.get(map) ?? { right: 0, bottom: 0 };

/** Tells the camera what lies over the map; the map itself stays where it is. */
export function coverBy(map: MapLibreMap, cover: Cover): void {
  covers.set(map, cover);
}

export function flyToBounds(map: MapLibreMap, bounds: Bounds, maxZoom = 19): void {
  map.fitBounds(bounds, { padding: roomAround(coverOf(map)), maxZoom, duration: flightTime() });
}

/** Smaller than this on the screen nobody takes hold of a corner. */
const LEAST_HOLD_PIXELS = 80;
/** A building stands in the middle with room around it to be dragged to. */
const HOLD_ZOOM = 18.5;

/** Flies to what is to be taken hold of, where it is too small for that or not all in sight. */
export function bringClose(map: MapLibreMap, bounds: Bounds): void {
  const [west, south, east, north] = bounds;
  const a = map.project([west, north]);
  const b = map.project([east, south]);
  const { right, bottom } = coverOf(map);
  const { clientWidth, clientHeight } = map.getContainer();
  const isInSight =
    Math.min(a.x, b.x) >= 0 &&
    Math.min(a.y, b.y) >= 0 &&
    Math.max(a.x, b.x) <= clientWidth - right &&
    Math.max(a.y, b.y) <= clientHeight - bottom;
  const size = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
  if (!isInSight || size < LEAST_HOLD_PIXELS) flyToBounds(map, bounds, HOLD_ZOOM);
}

/** The camera's padding, so that what is looked at keeps clear of the edges and of what covers them. */
export function roomAround({ right, bottom }: Cover): PaddingOptions {
  return {
    top: MARGIN_PIXELS + 16,
    left: MARGIN_PIXELS,
    right: MARGIN_PIXELS + right,
    bottom: MARGIN_PIXELS + bottom,
  };
}

export function flyToPoint(map: MapLibreMap, center: [number, number]): void {
  flyToZoom(map, center, Math.max(map.getZoom(), CLOSE_ZOOM));
}

/** Flies to a point at a zoom of its own choice. */
export function flyToZoom(map: MapLibreMap, center: [number, number], zoom: number): void {
  const { right, bottom } = coverOf(map);
  map.flyTo({ center, zoom, offset: [-right / 2, -bottom / 2], duration: flightTime() });
}

/** Moves the map only if this point on it, in pixels, would lie under the cover. */
export function uncover(map: MapLibreMap, { x, y }: { x: number; y: number }): void {
  const { right, bottom } = coverOf(map);
  const { clientWidth, clientHeight } = map.getContainer();
  const over = {
    x: Math.max(0, x - (clientWidth - right - MARGIN_PIXELS)),
    y: Math.max(0, y - (clientHeight - bottom - MARGIN_PIXELS)),
  };
  if (over.x > 0 || over.y > 0) map.panBy([over.x, over.y], { duration: flightTime() });
}

export function turnNorth(map: MapLibreMap): void {
  map.easeTo({ bearing: 0, duration: flightTime() });
}

export function tilt(map: MapLibreMap, isTilted: boolean): void {
  map.easeTo({ pitch: isTilted ? 55 : 0, duration: flightTime() });
}

function flightTime(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : FLIGHT_MS;
}
