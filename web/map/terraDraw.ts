import type { Map as MapLibreMap } from "maplibre-gl";
import {
  TerraDraw,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";

/** How near a press counts as on a corner, pixels: a finger covers more than the tip of a mouse. */
const NEAR_PIXELS = matchMedia("(pointer: coarse)").matches ? 30 : 12;

interface Options {
  /** `#rrggbb` */
  colour: string;
  decimals: number;
}

/** The drawing library on a map, with the modes `select`, `polygon`, `outline` and `point`. */
export function openTerraDraw(map: MapLibreMap, { colour, decimals }: Options): TerraDraw {
  const adapter = new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: decimals });
  return new TerraDraw({ adapter, modes: modesOf(colour) });
}

function modesOf(colour: string) {
  const hex = colour as `#${string}`;
  const corners = { draggable: true, midpoints: true, deletable: true };
  const styles = { fillColor: hex, outlineColor: hex, fillOpacity: 0.25, outlineWidth: 2 };
  return [
    new TerraDrawSelectMode({
      allowManualDeselection: false,
      keyEvents: null,
      pointerDistance: NEAR_PIXELS,
      flags: {
        point: { feature: { draggable: true } },
        polygon: { feature: { draggable: true, coordinates: corners } },
        outline: { feature: { draggable: true } },
      },
      styles: {
        selectedPolygonColor: hex,
        selectedPolygonOutlineColor: hex,
        selectedPolygonFillOpacity: 0.3,
        selectedPolygonOutlineWidth: 3,
        selectedPointColor: hex,
        selectedPointWidth: 9,
        selectionPointColor: "#ffffff",
        selectionPointOutlineColor: hex,
        selectionPointOutlineWidth: 2,
        selectionPointWidth: 6,
        midPointColor: hex,
        midPointOutlineColor: "#ffffff",
        midPointWidth: 4,
      },
    }),
    new TerraDrawPolygonMode({ styles, pointerDistance: NEAR_PIXELS }),
    new TerraDrawPolygonMode({ modeName: "outline", styles }),
    new TerraDrawPointMode({ styles: { pointColor: hex, pointWidth: 9 } }),
  ];
}
