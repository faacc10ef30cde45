import { type Map as MapLibreMap, type MapMouseEvent, Marker } from "maplibre-gl";

export interface Pin {
  /** Longitude, latitude; null takes it off the map. */
  put: (position: [number, number] | null) => void;
  stop: () => void;
}

interface Options {
  /** `#rrggbb` or a name of the page's own. */
  colour: string;
  /** What it is, for those who hear it. */
  label: string;
  /** Pressed on the map, or dragged there. */
  onput: (position: [number, number]) => void;
}

/** One pin that a press puts somewhere and a finger drags on. */
export function holdPin(map: MapLibreMap, { colour, label, onput }: Options): Pin {
  const marker = new Marker({ color: colour, draggable: true });
  marker.getElement().setAttribute("aria-label", label);
  const tell = ({ lng, lat }: { lng: number; lat: number }) => onput([lng, lat]);
  const onPress = ({ lngLat }: MapMouseEvent) => tell(lngLat);
  marker.on("dragend", () => tell(marker.getLngLat()));
  map.on("click", onPress);
  map.getCanvas().style.cursor = "crosshair";
  let isOn = false;
  return {
    put: (position) => {
      if (position) marker.setLngLat(position);
      if (position && !isOn) marker.addTo(map);
      if (!position) marker.remove();
      isOn = position !== null;
    },
    stop: () => {
      map.off("click", onPress);
      map.getCanvas().style.cursor = "";
      marker.remove();
    },
  };
}
