import { fileURLToPath } from "node:url";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    drawing: { lastMilliseconds: number; draws: number };
  }
}

/** Both pages put their map on its element. */
interface MapElement extends HTMLElement {
  maplibre?: MapLibreMap;
}

const NOTE_DRAWING = fileURLToPath(new URL("./noteDrawing.js", import.meta.url));
/** So long without a stroke means that the map is done: twice as long as labels take to fade in. */
const QUIET_MILLISECONDS = 1000;
const LIMIT_MILLISECONDS = 30_000;

/**
 * Opens an address and waits until every one of the layers has arrived and nothing is drawn any more.
 * Watched from outside, by the calls to WebGL, so that any map page is measured alike.
 * @returns milliseconds from the start of navigation to the last stroke
 */
export async function timeToCompleteMap(
  page: Page,
  address: string,
  layers: readonly string[],
): Promise<number> {
  const missing = new Set(layers);
  page.on("requestfinished", (request) => {
    missing.delete(new URL(request.url()).pathname.split("/layers/")[1] ?? "");
  });
  await page.addInitScript({ path: NOTE_DRAWING });
  await page.goto(address, { waitUntil: "commit" });
  const start = performance.now();
  for (;;) {
    await page.waitForTimeout(200);
    const { isLoaded, lastMilliseconds, now } = await page.evaluate(() => {
      const map = document.querySelector<MapElement>(".maplibregl-map")?.maplibre;
      const isLoaded = map !== undefined && map.loaded() && map.areTilesLoaded();
      return { isLoaded, ...window.drawing, now: performance.now() };
    });
    const isQuiet = now - lastMilliseconds > QUIET_MILLISECONDS;
    if (missing.size === 0 && isLoaded && isQuiet) return lastMilliseconds;
    if (performance.now() - start > LIMIT_MILLISECONDS) {
      throw new Error(`${address} is never done; missing: ${[...missing].join(", ") || "nothing"}`);
    }
  }
}
