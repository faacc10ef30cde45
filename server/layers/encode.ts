import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { truncate } from "@turf/turf";
import type { Geometry } from "geojson";
import { roundGeometry } from "#data/model/geometry/round.ts";
import { type Bbox, bboxOf } from "#data/model/geometry/bbox.ts";
import { COORDINATE_DECIMALS } from "#data/model/layers.ts";
import type { LayerFeature } from "./features/feature.ts";

export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** One layer's answer: its bytes in every encoding asked for so far, and their tag. */
export class EncodedLayer {
  readonly etag: string;
  #compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(readonly bytes: Uint8Array<ArrayBuffer>) {
    // Of the content, so that it survives a restart and changes with the program that writes it.
    // Weak, since the compressed bytes share it (RFC 9110 §8.8.3).
    this.etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  }

  /** Compressing costs as much as the query: it is done once and kept (DESIGN §7). */
  as(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const compressed = compress(this.bytes, encoding);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

async function compress(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding) {
  if (encoding === "identity") return bytes;
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const buffer = encoding === "br" ? await brotliAsync(bytes, options) : await gzipAsync(bytes);
  return new Uint8Array(buffer);
}

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
  encode(bbox?: Bbox): EncodedLayer {
    const texts = bbox
      ? this.#texts.filter((_, index) => meets(this.#boxes[index], bbox))
      : this.#texts;
    const text = `{"type":"FeatureCollection","features":[${texts.join(",\n")}]}`;
    return new EncodedLayer(new TextEncoder().encode(text));
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
