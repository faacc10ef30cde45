import { Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import type { PlanMap } from "#data/model/planning/planMap.ts";
import { GROUND } from "#web/layers/palette.ts";
import { drawImages } from "#web/map/images.ts";
import type { ColourScheme } from "#web/state/preferences.svelte.ts";

interface Drawn {
  plan: PlanMap;
  labels: FeatureCollection;
}

/**
 * A map over the first with the same ground, another plan on it and the same camera: what one does,
 * the other does.
 */
export function besideMap(
  map: MapLibreMap,
  container: HTMLElement,
  drawn: Drawn,
  scheme: ColourScheme,
  ondraw: (beside: MapLibreMap) => void,
): () => void {
  const beside = new MapLibreMap({
    container,
    style: styleWith(map.getStyle(), drawn),
    center: map.getCenter(),
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
    maxZoom: map.getMaxZoom(),
    maxPitch: map.getMaxPitch(),
    attributionControl: false,
    fadeDuration: 0,
  });
  beside.on("style.load", () => {
    const { ink2, party, partyEdge } = GROUND[scheme];
    drawImages(beside, { hatch: ink2, star: party, starEdge: partyEdge });
    ondraw(beside);
  });
  // The first map has it already: for a keyboard and a screen reader there is one.
  beside.getCanvas().tabIndex = -1;
  beside.getCanvas().setAttribute("aria-hidden", "true");
  const stops = [keepTogether(map, beside), followLayers(map, beside, drawn)];
  return () => {
    for (const stop of stops) stop();
    beside.remove();
  };
}

/** The style of what is on the first map, with the sources of the plan exchanged. */
function styleWith(style: StyleSpecification, { plan, labels }: Drawn): StyleSpecification {
  const collection = (features: FeatureCollection["features"]) => ({
    type: "geojson" as const,
    data: { type: "FeatureCollection" as const, features },
  });
  return {
    ...style,
    sources: {
      ...style.sources,
      "plan-cells": collection(plan.cells),
      "plan-borders": collection(plan.borders),
      "plan-shapes": collection(plan.shapes),
      "plan-labels": { type: "geojson", data: labels },
    },
  };
}

/** What is switched on or off on the first map is so on the second. */
function followLayers(first: MapLibreMap, second: MapLibreMap, drawn: Drawn): () => void {
  const listed = () => first.getLayersOrder().join();
  let known = listed();
  const follow = () => {
    const now = listed();
    if (now === known) return;
    known = now;
    // Only what differs is changed: what the plan is painted with stays.
    second.setStyle(styleWith(first.getStyle(), drawn));
  };
  first.on("styledata", follow);
  return () => first.off("styledata", follow);
}

function keepTogether(first: MapLibreMap, second: MapLibreMap): () => void {
  let isFollowing = false;
  const follow = (leader: MapLibreMap, follower: MapLibreMap) => () => {
    if (isFollowing) return;
    isFollowing = true;
    follower.jumpTo({
      center: leader.getCenter(),
      zoom: leader.getZoom(),
      bearing: leader.getBearing(),
      pitch: leader.getPitch(),
    });
    isFollowing = false;
  };
  const [there, back] = [follow(first, second), follow(second, first)];
  first.on("move", there);
  second.on("move", back);
  return () => {
    first.off("move", there);
    second.off("move", back);
  };
}
