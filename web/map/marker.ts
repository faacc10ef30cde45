import { type LngLatLike, type Map as MapLibreMap, Marker } from "maplibre-gl";

interface Laid {
  position: LngLatLike;
  /** Pixels from the position. */
  right: number;
  below: number;
  /** Told by the element itself: a press on it is no press on the map, and goes no further. */
  onpress: () => void;
}

/** Lays an element of the page over the map, its middle at a position. @returns its own undo */
export function layOver(
  map: MapLibreMap,
  element: HTMLElement,
  { position, right, below, onpress }: Laid,
): () => void {
  const marker = new Marker({ element, offset: [right, below] }).setLngLat(position).addTo(map);
  const press = (event: Event) => {
    event.stopPropagation();
    onpress();
  };
  element.addEventListener("click", press);
  return () => {
    element.removeEventListener("click", press);
    marker.remove();
  };
}
