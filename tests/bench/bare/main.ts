import "maplibre-gl/dist/maplibre-gl.css";
import { type LayerSpecification, Map, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

/**
 * The least page that shows a community: every layer of the address as fill, line and circle.
 * `?community=hongqi&layers=boundary,buildings&bounds=west,south,east,north`
 */
const query = new URLSearchParams(location.search);
const listOf = (name: string) => (query.get(name) ?? "").split(",");
const [west = 0, south = 0, east = 0, north = 0] = listOf("bounds").map(Number);
const layers = listOf("layers");

setWorkerUrl(workerUrl);
const map = new Map({
  container: "map",
  bounds: [west, south, east, north],
  fitBoundsOptions: { padding: 48 },
  style: {
    version: 8,
    sources: Object.fromEntries(
      layers.map((layer) => {
        const path = `/api/communities/${query.get("community")}/layers/${layer}`;
        return [layer, { type: "geojson", data: new URL(path, location.href).href }];
      }),
    ),
    layers: layers.flatMap(drawnSimply),
  },
});
// For the bench, which asks whether all of it is drawn.
Object.assign(map.getContainer(), { maplibre: map });

function drawnSimply(source: string): LayerSpecification[] {
  const colour = "#3a6ea5";
  return [
    {
      id: `${source}-fill`,
      type: "fill",
      source,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": colour, "fill-opacity": 0.2 },
    },
    {
      id: `${source}-line`,
      type: "line",
      source,
      filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": colour },
    },
    {
      id: `${source}-circle`,
      type: "circle",
      source,
      filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-color": colour, "circle-radius": 3 },
    },
  ];
}
