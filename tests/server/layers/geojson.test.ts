import type { Geometry, Polygon, Position } from "geojson";
import { expect, test } from "vitest";
import { signedArea } from "#tests/server/layers/planar.ts";
import { LAYERS } from "#data/model/layers.ts";
import { SAMPLE_SLUGS } from "#data/samples/index.ts";
import { answersOf, layerPath } from "../answers.ts";
import { inRollback } from "../harness.ts";

const EACH = SAMPLE_SLUGS.flatMap((slug) => LAYERS.map((layer) => ({ slug, layer })));

test.each(EACH)("$layer of $slug is a plain RFC 7946 collection", async ({ slug, layer }) => {
  const collection = (await answersOf(slug)).layers[layer];
  expect(Object.keys(collection)).toEqual(["type", "features"]);
  expect(collection.type).toBe("FeatureCollection");
  for (const feature of collection.features) {
    expect(Object.keys(feature).sort()).toEqual(["geometry", "id", "properties", "type"]);
    expect(feature.type).toBe("Feature");
    expect(feature.id).toBeTypeOf("string");
    expect(feature.properties.id).toBe(feature.id);
  }
  const ids = collection.features.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(EACH)("rings in $layer of $slug are closed, long enough and turn right", async (each) => {
  for (const { id, geometry } of (await answersOf(each.slug)).layers[each.layer].features) {
    for (const rings of polygonsOf(geometry)) {
      rings.forEach((ring, index) => {
        expect(ring.length, id).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1), id).toEqual(ring[0]);
        // Outer rings anticlockwise, holes clockwise (RFC 7946 §3.1.6).
        expect(Math.sign(signedArea(ring)), `${id} ring ${index}`).toBe(index === 0 ? 1 : -1);
      });
    }
  }
});

test.each(EACH)("positions in $layer of $slug are degrees of 7 decimals at most", async (each) => {
  const { features } = (await answersOf(each.slug)).layers[each.layer];
  const isFine = ([longitude = NaN, latitude = NaN, ...rest]: Position) =>
    rest.length === 0 &&
    [longitude, latitude].every((value) => Number(value.toFixed(7)) === value) &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90;
  const positions = features.flatMap(({ geometry }) => positionsOf(geometry));
  expect(positions.filter((position) => !isFine(position))).toEqual([]);
});

test(
  "a layer is sent as GeoJSON",
  inRollback(async ({ get }) => {
    const { headers } = await get(layerPath("hongqi", "boundary"));
    expect(headers.get("Content-Type")).toBe("application/geo+json; charset=utf-8");
  }),
);

const STRING_OR_NULL = expect.toSatisfy((value) => value === null || typeof value === "string");
const NUMBER_OR_NULL = expect.toSatisfy((value) => value === null || Number.isInteger(value));

test.each(SAMPLE_SLUGS)("every building of %s says what the contract promises", async (slug) => {
  const { buildings } = (await answersOf(slug)).layers;
  expect(buildings.features.length).toBeGreaterThan(0);
  for (const { properties } of buildings.features) {
    expect(properties).toMatchObject({
      name: expect.any(String),
      kind: expect.any(String),
      storeys: NUMBER_OR_NULL,
      households: expect.any(Number),
      partyMembers: expect.any(Number),
      gridId: STRING_OR_NULL,
      microGridId: STRING_OR_NULL,
    });
  }
});

function polygonsOf(geometry: Geometry): Polygon["coordinates"][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === "GeometryCollection") throw new Error("RFC 7946 §3.1.8 advises against it");
  const flatten = (part: unknown): Position[] =>
    Array.isArray(part) && Array.isArray(part[0]) ? part.flatMap(flatten) : [part as Position];
  return flatten(geometry.coordinates);
}
