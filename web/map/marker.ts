import { type LngLatLike, type Map as MapLibreMap, Marker } from "maplibre-gl";

/**
 * Lays an element of the page over the map, its middle at a position. A press on it is no press on
 * the map.
 * @param below pixels down from the position
 * @returns its own undo
 */
export function layOver(
  map: MapLibreMap,
  element: HTMLElement,
  position: LngLatLike,
  below = 0,
): () => void {
  const marker = new Marker({ element, offset: [0, below] }).setLngLat(position).addTo(map);
  const keep = (event: Event) => event.stopPropagation();
  element.addEventListener("click", keep);
  return () => {
    element.removeEventListener("click", keep);
    marker.remove();
  };
}
