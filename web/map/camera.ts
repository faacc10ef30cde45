import type { Map as MapLibreMap, PaddingOptions } from "maplibre-gl";

/** Longer journeys are a nuisance (LOOK). */
const FLIGHT_MS = 800;
/** Close enough to read house numbers, far enough to see the neighbours. */
const CLOSE_ZOOM = 17.5;

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** What lies over the map's edges, so that nothing that is looked at hides behind it. */
export function coverBy(map: MapLibreMap, padding: PaddingOptions): void {
  map.setPadding(padding);
}

export function flyToBounds(map: MapLibreMap, bounds: Bounds, maxZoom = 19): void {
  map.fitBounds(bounds, { padding: 56, maxZoom, duration: flightTime() });
}

export function flyToPoint(map: MapLibreMap, center: [number, number]): void {
  const zoom = Math.max(map.getZoom(), CLOSE_ZOOM);
  map.flyTo({ center, zoom, duration: flightTime() });
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
