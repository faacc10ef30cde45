import type { Map as MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";

export interface PressTarget {
  layer: string;
  source: string;
}

export interface PointedFeature {
  source: string;
  layer: string;
  id: string;
  properties: Record<string, unknown>;
}

interface PointerHandlers {
  /** The layers that answer to the pointer, the first that is hit wins. */
  targets: readonly PressTarget[];
  /** `at` is where it was pressed, in pixels of the map. */
  onpress: (feature: PointedFeature | null, at: { x: number; y: number }) => void;
  /** With each move of a mouse over the map; null where nothing answers. */
  onhover: (feature: PointedFeature | null, at: { x: number; y: number }) => void;
}

/** A finger covers more than a point. */
const FINGER_PIXELS = 6;

/**
 * Marks the feature under the pointer with the state `isHovered` and tells what is pressed.
 * @returns its own undo
 */
export function followPointer(
  map: MapLibreMap,
  { targets, onpress, onhover }: PointerHandlers,
): () => void {
  let hovered: PointedFeature | null = null;

  function hover(feature: PointedFeature | null): void {
    if (feature?.id === hovered?.id && feature?.source === hovered?.source) return;
    if (hovered && map.getSource(hovered.source)) {
      map.removeFeatureState({ source: hovered.source, id: hovered.id }, "isHovered");
    }
    if (feature)
      map.setFeatureState({ source: feature.source, id: feature.id }, { isHovered: true });
    hovered = feature;
    map.getCanvas().style.cursor = feature ? "pointer" : "";
  }

  const onMove = ({ point }: MapMouseEvent) => {
    const feature = featureAt(map, targets, point);
    hover(feature);
    onhover(feature, point);
  };
  const onLeave = () => {
    hover(null);
    onhover(null, { x: 0, y: 0 });
  };
  const onClick = ({ point: { x, y }, originalEvent }: MapMouseEvent) => {
    const isTouch = (originalEvent as PointerEvent).pointerType === "touch";
    const exact = featureAt(map, targets, [x, y]);
    const reach = FINGER_PIXELS;
    const near: PointLike | [PointLike, PointLike] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    onpress(isTouch ? (featureAt(map, targets, near) ?? exact) : exact, { x, y });
  };
  map.on("mousemove", onMove);
  map.on("mouseout", onLeave);
  map.on("click", onClick);
  return () => {
    map.off("mousemove", onMove);
    map.off("mouseout", onLeave);
    map.off("click", onClick);
  };
}

function featureAt(
  map: MapLibreMap,
  targets: readonly PressTarget[],
  at: PointLike | [PointLike, PointLike],
): PointedFeature | null {
  const layers = targets.map(({ layer }) => layer).filter((layer) => map.getLayer(layer));
  if (layers.length === 0) return null;
  const found = map.queryRenderedFeatures(at, { layers });
  for (const { layer, source } of targets) {
    const feature = found.find((candidate) => candidate.layer.id === layer);
    if (feature) {
      const { properties } = feature;
      return { layer, source, id: String(properties.id), properties };
    }
  }
  return null;
}
