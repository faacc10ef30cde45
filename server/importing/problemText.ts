import type {
  ImportProblemDetail,
  ImportProblemKind,
  OtherFileKind,
} from "#data/model/import/problems.ts";
import { SKIP_TEXTS } from "./rowTexts.ts";
import type { SkipReason } from "#data/model/import/reading.ts";
import type { Text } from "./text.ts";

type Detail<Kind extends ImportProblemKind> = Extract<ImportProblemDetail, { kind: Kind }>;

const TEXTS: { [Kind in ImportProblemKind]: (detail: Detail<Kind>) => Text } = {
  "empty-file": () => ({
    zh: "文件是空的，请重新导出。",
    en: "The file is empty. Export it again.",
  }),
  "too-large": ({ bytes, limit }) => ({
    zh: `文件有 ${megabytes(bytes)}，最大 ${megabytes(limit)}。请只导出本社区范围内的楼。`,
    en: `The file has ${megabytes(bytes)}, the limit is ${megabytes(limit)}. Export only the buildings of this community.`,
  }),
  "zipped-file": ({ contains }) =>
    contains === "shapefile"
      ? convert({ zh: "压缩的 Shapefile", en: "a zipped Shapefile" })
      : {
          zh: "这是压缩包，请先解压，再用里面的 .geojson 文件。",
          en: "This is an archive. Unpack it and use the .geojson file inside.",
        },
  "wrong-kind": ({ found }) => convert(FILE_TEXTS[found]),
  "not-json": ({ line, column, near }) => ({
    zh: `第 ${line} 行第 ${column} 列附近不是 JSON：${near.trim()}\n文件可能没有传完，或被手工改过，请重新导出。`,
    en: `Not JSON near line ${line}, column ${column}: ${near.trim()}\nThe file may be cut off or edited by hand. Export it again.`,
  }),
  "not-geojson": ({ found }) => ({
    zh: `是 JSON，但不是 GeoJSON：最外层是 ${found}，应该是 FeatureCollection。`,
    en: `JSON, but not GeoJSON: its outermost part is ${found} and should be a FeatureCollection.`,
  }),
  "unsupported-crs": ({ name }) => ({
    zh: `坐标系是 ${name}。${DEGREES.zh}`,
    en: `Coordinates are in ${name}. ${DEGREES.en}`,
  }),
  "no-features": () => ({
    zh: "文件里一条记录也没有。请检查导出时有没有选中楼房图层。",
    en: "The file has no records. Check that the layer of buildings was exported.",
  }),
  "too-many-features": ({ features, limit }) => ({
    zh: `有 ${features} 条记录，最多 ${limit} 条。请只导出本社区范围内的楼。`,
    en: `There are ${features} records, the limit is ${limit}. Export only the buildings of this community.`,
  }),
  "no-usable-features": ({ features, reasons }) => ({
    zh: `${features} 条记录没有一条能当作楼：${reasons.map(({ reason, count }) => `${SKIP_TEXTS[reason as SkipReason].zh} ${count} 条`).join("、")}。`,
    en: `None of ${features} records can serve as a building: ${reasons.map(({ reason, count }) => `${count} × ${SKIP_TEXTS[reason as SkipReason].en}`).join(", ")}.`,
  }),
  "coordinates-in-metres": ({ row, example, epsg }) => ({
    zh: `坐标是米，不是经纬度：第 ${row} 条是 ${example.join(", ")}${epsg === null ? "" : `，像是 EPSG:${epsg}`}。${DEGREES.zh}`,
    en: `Coordinates are metres, not degrees: record ${row} is at ${example.join(", ")}${epsg === null ? "" : `, which looks like EPSG:${epsg}`}. ${DEGREES.en}`,
  }),
  "coordinates-swapped": ({ row, example }) => ({
    zh: `经度和纬度写反了：第 ${row} 条是 ${example.join(", ")}。GeoJSON 先写经度，再写纬度。`,
    en: `Longitude and latitude are exchanged: record ${row} is at ${example.join(", ")}. GeoJSON writes longitude first.`,
  }),
  "coordinates-off-earth": ({ row, example }) => ({
    zh: `坐标不在地球上：第 ${row} 条是 ${example.join(", ")}。${DEGREES.zh}`,
    en: `Coordinates are off the earth: record ${row} is at ${example.join(", ")}. ${DEGREES.en}`,
  }),
};

const DEGREES: Text = {
  zh: "请导出时选 WGS 84 经纬度（EPSG:4326）。",
  en: "Export it in degrees of WGS 84 (EPSG:4326).",
};

const FILE_TEXTS: Record<OtherFileKind, Text> = {
  spreadsheet: { zh: "电子表格", en: "a spreadsheet" },
  table: { zh: "文本表格", en: "a text table" },
  shapefile: { zh: "Shapefile 的一部分", en: "part of a Shapefile" },
  kml: { zh: "KML", en: "KML" },
  xml: { zh: "XML", en: "XML" },
  html: { zh: "网页", en: "a web page" },
  geopackage: { zh: "GeoPackage 或 SQLite 数据库", en: "a GeoPackage or SQLite database" },
  document: { zh: "文档", en: "a document" },
  image: { zh: "图片", en: "a picture" },
  binary: { zh: "另一种数据文件", en: "another kind of data file" },
};

/** Why a file cannot be taken in: what, where, what to do. */
export function problemText(detail: ImportProblemDetail): Text {
  // Each kind has a text for its own detail; the compiler cannot see that the two go together.
  return (TEXTS[detail.kind] as (detail: ImportProblemDetail) => Text)(detail);
}

function convert(kind: Text): Text {
  return {
    zh: `这是${kind.zh}，不是 GeoJSON。请用 QGIS 等地图软件打开，另存为 GeoJSON（EPSG:4326）。`,
    en: `This is ${kind.en}, not GeoJSON. Open it in a mapping program such as QGIS and save it as GeoJSON (EPSG:4326).`,
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
