import type { GeoJsonProperties } from "geojson";
import type { Map as MapLibreMap, MapGeoJSONFeature } from "maplibre-gl";
import type { JSHandle, Page } from "playwright-core";

/** The map puts itself on its element (web/map/MapCanvas.svelte). */
interface MapElement extends HTMLElement {
  maplibre?: MapLibreMap;
}

export interface Drawn {
  id: string;
  layer: string;
  properties: NonNullable<GeoJsonProperties>;
}

export interface Camera {
  center: [number, number];
  zoom: number;
  bearing: number;
  pitch: number;
}

/** The map of a page: what it draws, where it looks, and pressing on it. */
export class MapOnPage {
  constructor(private readonly page: Page) {}

  /** Waits until everything asked for is drawn and nothing moves. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const map = document.querySelector<MapElement>(".maplibregl-map")?.maplibre;
        if (!map || Object.keys(map.getStyle().sources).length === 0) return false;
        return map.loaded() && map.areTilesLoaded() && !map.isMoving();
      },
      undefined,
      { timeout: 60_000 },
    );
  }

  /** What is in sight of some layers, once each: a thing on two tiles is drawn twice. */
  async drawn(...layers: string[]): Promise<Drawn[]> {
    const map = await this.#map();
    return map.evaluate((map, layers) => {
      const present = layers.filter((layer) => map.getLayer(layer));
      const features = present.length > 0 ? map.queryRenderedFeatures({ layers: present }) : [];
      const unique = new Map<string, Drawn>();
      for (const { properties, layer } of features as MapGeoJSONFeature[]) {
        const id = String(properties.id ?? properties.name ?? unique.size);
        unique.set(`${layer.id} ${id}`, { id, layer: layer.id, properties });
      }
      return [...unique.values()];
    }, layers);
  }

  async count(...layers: string[]): Promise<number> {
    return (await this.drawn(...layers)).length;
  }

  /** The colour that a layer gives to each thing in sight, as the map has worked it out. */
  async fillColours(layer: string): Promise<string[]> {
    const map = await this.#map();
    return map.evaluate(
      (map, layer) =>
        map
          .queryRenderedFeatures({ layers: [layer] })
          .map(({ layer: { paint } }) => String((paint as Record<string, unknown>)["fill-color"])),
      layer,
    );
  }

  async camera(): Promise<Camera> {
    const map = await this.#map();
    return map.evaluate((map) => ({
      center: map.getCenter().toArray(),
      zoom: map.getZoom(),
      bearing: map.getBearing(),
      pitch: map.getPitch(),
    }));
  }

  /** The colour of the ground below everything. */
  async paper(): Promise<string> {
    const map = await this.#map();
    return map.evaluate((map) => String(map.getPaintProperty("paper", "background-color")));
  }

  /** Where a position in degrees is in the window, in pixels. */
  async pixelOf(position: [number, number]): Promise<{ x: number; y: number }> {
    const map = await this.#map();
    return map.evaluate((map, position) => {
      const { left, top } = map.getCanvas().getBoundingClientRect();
      const { x, y } = map.project(position);
      return { x: left + x, y: top + y };
    }, position);
  }

  /** A point of the window, in pixels, where nothing lies over a thing. */
  async placeOf(layer: string, id: string): Promise<{ x: number; y: number }> {
    const map = await this.#map();
    return map.evaluate(pointOn, { layer, id });
  }

  /** Presses a thing where nothing else that can be pressed lies over it. */
  async press(layer: string, id: string): Promise<void> {
    const point = await this.placeOf(layer, id);
    await this.page.mouse.click(point.x, point.y);
  }

  /** The same with a finger. */
  async tap(layer: string, id: string): Promise<void> {
    const point = await this.placeOf(layer, id);
    await this.page.touchscreen.tap(point.x, point.y);
  }

  async #map(): Promise<JSHandle<MapLibreMap>> {
    const handle = await this.page.waitForFunction(
      () => document.querySelector<MapElement>(".maplibregl-map")?.maplibre,
    );
    return handle as JSHandle<MapLibreMap>;
  }
}

/** Runs in the page, so it may use nothing from outside. @returns a point of the window, in pixels */
function pointOn(map: MapLibreMap, { layer, id }: { layer: string; id: string }) {
  const STEP = 4;
  const pressable = ["party-centre-stars", "party-member-stars", "place-points", layer].filter(
    (each) => map.getLayer(each),
  );
  const frame = map.getCanvas().getBoundingClientRect();
  for (let x = STEP; x < frame.width; x += STEP) {
    for (let y = STEP; y < frame.height; y += STEP) {
      const hits = map.queryRenderedFeatures([x, y], { layers: pressable });
      const isAlone = hits.length > 0 && hits.every((hit) => hit.properties.id === id);
      const left = frame.left + x;
      const top = frame.top + y;
      // A control or a card may lie over the map.
      if (isAlone && document.elementFromPoint(left, top) === map.getCanvas()) {
        return { x: left, y: top };
      }
    }
  }
  throw new Error(`${id} of ${layer} cannot be pressed anywhere`);
}
