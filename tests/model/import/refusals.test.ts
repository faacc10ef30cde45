import { expect, test } from "vitest";
import { MAX_FEATURES } from "#data/model/import/features.ts";
import { MAX_FILE_BYTES } from "#data/model/import/readFootprintFile.ts";
import { collection, feature, fixture, LUJIAZUI, refusal, rows, square, utf8 } from "./files.ts";

test("an empty file, one of spaces and one of nothing but a mark are called empty", () => {
  for (const text of ["", " \n\t", "\ufeff"]) {
    expect(refusal(utf8(text))).toEqual({ kind: "empty-file" });
  }
});

test("a file above the limit is refused with both sizes before it is decoded", () => {
  const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
  expect(refusal(bytes)).toEqual({
    kind: "too-large",
    bytes: MAX_FILE_BYTES + 1,
    limit: MAX_FILE_BYTES,
  });
});

test("a collection without features has nothing in it", () => {
  expect(refusal(collection())).toEqual({ kind: "no-features" });
  expect(refusal({ type: "FeatureCollection" })).toEqual({ kind: "no-features" });
  expect(refusal({ type: "GeometryCollection", geometries: [] })).toEqual({ kind: "no-features" });
});

test("more rows than a community can have are refused with their number", () => {
  const text = `{"type":"FeatureCollection","features":[${"0,".repeat(MAX_FEATURES)}0]}`;
  expect(refusal(text)).toEqual({
    kind: "too-many-features",
    features: MAX_FEATURES + 1,
    limit: MAX_FEATURES,
  });
});

test("JSON that is not GeoJSON is refused with what it is", () => {
  const found = (content: unknown) => refusal(JSON.stringify(content));
  expect(found({ type: "Topology", objects: {} })).toEqual({
    kind: "not-geojson",
    found: "Topology",
  });
  expect(found({ a: 1 })).toEqual({ kind: "not-geojson", found: "object" });
  expect(found([feature(square(0))])).toEqual({ kind: "not-geojson", found: "array" });
  expect(found("text")).toEqual({ kind: "not-geojson", found: "string" });
  expect(found(null)).toEqual({ kind: "not-geojson", found: "null" });
});

test("a file in which no row can be used says why, counted", () => {
  const line = {
    type: "LineString",
    coordinates: [
      [121, 31],
      [121.1, 31],
    ],
  };
  const file = collection(feature(line), feature(line), feature(null), 7);
  expect(refusal(file)).toEqual({
    kind: "no-usable-features",
    features: 4,
    reasons: [
      { reason: "not-an-area", count: 2 },
      { reason: "no-geometry", count: 2 },
    ],
  });
});

test("a declared reference system is accepted when it is degrees of WGS 84 or CGCS2000", () => {
  const named = (name: string) => ({
    ...rows({}),
    crs: { type: "name", properties: { name } },
  });
  for (const name of [
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "EPSG:4490",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "http://www.opengis.net/def/crs/EPSG/0/4326",
  ]) {
    expect(() => refusal(named(name)), name).toThrow("taken in");
  }
  for (const name of ["urn:ogc:def:crs:EPSG::3857", "EPSG:43260", "GCJ-02", "EPSG:4549"]) {
    expect(refusal(named(name))).toEqual({ kind: "unsupported-crs", name });
  }
  expect(refusal({ ...rows({}), crs: { type: "EPSG", properties: { code: 2385 } } })).toEqual({
    kind: "unsupported-crs",
    name: "EPSG:2385",
  });
});

test("files of other kinds are recognised by their first bytes", () => {
  const kind = (...head: (string | number[])[]) =>
    refusal(
      new Uint8Array([
        ...head.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)),
        ...utf8(" ".repeat(40)),
      ]),
    );
  const local = [0x50, 0x4b, 3, 4, 0, 0];
  expect(kind(local, "buildings.shp")).toEqual({ kind: "zipped-file", contains: "shapefile" });
  expect(kind(local, "a.geojson")).toEqual({ kind: "zipped-file", contains: "geojson" });
  expect(kind(local, "photo.jpg")).toEqual({ kind: "zipped-file", contains: "unknown" });
  expect(kind([0x1f, 0x8b, 8])).toEqual({ kind: "zipped-file", contains: "unknown" });
  expect(kind(local, "xl/workbook.xml")).toEqual({ kind: "wrong-kind", found: "spreadsheet" });
  expect(kind(local, "doc.kml")).toEqual({ kind: "wrong-kind", found: "kml" });
  expect(kind([0xd0, 0xcf, 0x11, 0xe0])).toEqual({ kind: "wrong-kind", found: "spreadsheet" });
  expect(kind([0, 0, 0x27, 0x0a])).toEqual({ kind: "wrong-kind", found: "shapefile" });
  expect(kind([3, 124, 11, 2, 9, 0, 0, 0, 97, 0])).toEqual({
    kind: "wrong-kind",
    found: "shapefile",
  });
  expect(kind("SQLite format 3\0")).toEqual({ kind: "wrong-kind", found: "geopackage" });
  expect(kind([0x89], "PNG")).toEqual({ kind: "wrong-kind", found: "image" });
  expect(kind("%PDF-1.7")).toEqual({ kind: "wrong-kind", found: "document" });
});

test("text of other kinds is recognised by its beginning", () => {
  const found = (text: string) => refusal(text);
  expect(found('<?xml version="1.0"?>\n<kml xmlns="x"></kml>')).toEqual({
    kind: "wrong-kind",
    found: "kml",
  });
  expect(found("<osm version='0.6'/>")).toEqual({ kind: "wrong-kind", found: "xml" });
  expect(found("\n<!DOCTYPE html><html></html>")).toEqual({ kind: "wrong-kind", found: "html" });
  expect(found("楼号,层数\n1幢,6\n")).toEqual({ kind: "wrong-kind", found: "table" });
});

test("a file cut off anywhere is refused at its end, not half taken in", () => {
  const bytes = fixture(LUJIAZUI);
  for (const end of [1, 100, 1234, 300_001, bytes.length - 2]) {
    const text = new TextDecoder().decode(bytes.subarray(0, end), { stream: true });
    expect(refusal(bytes.subarray(0, end))).toMatchObject({
      kind: "not-json",
      line: text.split("\n").length,
      column: (text.split("\n").at(-1) ?? "").length + 1,
    });
  }
});
