import { truncate } from "@turf/turf";
import type { Geometry } from "geojson";
import { roundGeometry } from "#data/model/geometry/round.ts";
import { type Bbox, bboxOf } from "#data/model/geometry/bbox.ts";
import { COORDINATE_DECIMALS } from "#data/model/layers.ts";
import { EncodedAnswer } from "../resident/encoded.ts";
import type { LayerFeature } from "./features/feature.ts";

/** A layer's features as text, one each, so that a part of the layer is a join and no new encoding. */
export class LayerText {
  readonly #texts: string[] = [];
  readonly #boxes: Bbox[] = [];

  constructor(features: readonly LayerFeature[]) {
    for (const feature of features) {
      const geometry = rounded(feature.geometry);
      if (!geometry) continue;
      this.#texts.push(JSON.stringify({ ...feature, geometry }));
      this.#boxes.push(bboxOf(geometry));
    }
  }

  /** The whole layer, or the features whose box meets `bbox`. */
  encode(bbox?: Bbox): EncodedAnswer {
    const texts = bbox
      ? this.#texts.filter((_, index) => meets(this.#boxes[index], bbox))
      : this.#texts;
    const text = `{"type":"FeatureCollection","features":[${texts.join(",\n")}]}`;
    return new EncodedAnswer(new TextEncoder().encode(text));
  }
}

/** Areas may collapse when they are rounded and are then left out; lines and points only move. */
function rounded(geometry: Geometry): Geometry | null {
  switch (geometry.type) {
    case "Point":
    case "Polygon":
    case "MultiPolygon":
      return roundGeometry(geometry, COORDINATE_DECIMALS);
    default:
      return truncate(geometry, { precision: COORDINATE_DECIMALS });
  }
}

function meets(box: Bbox | undefined, [west, south, east, north]: Bbox): boolean {
  if (!box) return false;
  return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}
