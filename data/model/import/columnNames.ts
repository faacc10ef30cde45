/** What a property can say about a building. */
export const COLUMN_ROLES = [
  "number",
  "name",
  "street",
  "storeys",
  "height",
  "households",
  "kind",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Columns that hold the number on the street, not the number in the estate. */
const POSTAL_NUMBERS = [
  "addr:housenumber",
  "housenumber",
  "house_number",
  "门牌号",
  "门牌",
  "门楼牌",
];

/**
 * Names seen in files, likeliest first: OpenStreetMap's tags (`addr:housenumber`, also as
 * `addr_housenumber`), cadastral and survey tables, and what people call their columns.
 */
const COLUMN_NAMES: Record<ColumnRole, readonly string[]> = {
  number: [
    ...[
      "楼号",
      "楼栋号",
      "楼幢号",
      "栋号",
      "幢号",
      "楼栋",
      "楼幢",
      "栋",
      "幢",
      "楼牌号",
      "楼座",
      "座号",
    ],
    ...[
      "building_number",
      "building_no",
      "bldg_no",
      "bldg_num",
      "block_no",
      "blk_no",
      "block",
      "blk",
    ],
    ...POSTAL_NUMBERS,
    ...["LH", "ZH", "number", "num", "no", "ref", "编号"],
  ],
  name: [
    ...["name", "name:zh", "name:zh-Hans", "名称", "楼名", "楼栋名称", "建筑名称", "建筑物名称"],
    ...["楼宇名称", "official_name", "building_name", "bldg_name", "MC", "title", "label"],
    ...["小区名称", "小区", "name:en", "alt_name", "int_name"],
  ],
  street: [
    ...["addr:street", "street", "street_name", "街路巷", "道路名称", "路名", "道路", "街巷"],
    ...["addr:place", "road", "road_name", "街道", "详细地址", "地址", "address", "addr:full"],
  ],
  storeys: [
    ...["building:levels", "levels", "storeys", "stories", "floors", "floor", "num_floors"],
    ...["floor_count", "总层数", "地上层数", "层数", "楼层数", "楼层", "CS"],
  ],
  height: [
    ...["height", "building:height", "building_height", "建筑高度", "高度", "楼高", "建筑高", "GD"],
    ...["height_m", "est_height"],
  ],
  households: [
    ...["户数", "总户数", "住户数", "居民户数", "households", "building:flats", "flats", "HS"],
    ...["num_units", "dwellings", "residential_units"],
  ],
  kind: [
    ...["building", "建筑类型", "building_type", "building:use", "建筑用途", "用途", "房屋用途"],
    ...["类型", "kind_detail", "kind", "type", "usage", "use", "fclass", "amenity", "shop"],
    ...["parking", "landuse_kind", "residential"],
  ],
};

/** dBASE keeps ten characters of a name, others cut at a similar length. */
const CUT_NAME_CHARACTERS = 8;

/**
 * 1 for the likeliest name of a role, falling slowly; about a half for a name that only resembles
 * one; 0 for another.
 */
export function nameFit(role: ColumnRole, column: string): number {
  const plain = plainName(column);
  const names = COLUMN_NAMES[role].map(plainName);
  const exact = names.indexOf(plain);
  if (exact >= 0) return 1 - exact * 0.01;
  const isCut = plain.length >= CUT_NAME_CHARACTERS && names.some((name) => name.startsWith(plain));
  if (isCut) return 0.6;
  const resembles = names.some(
    (name) => /^\p{Script=Han}{2,}$/u.test(name) && plain.includes(name),
  );
  return resembles ? 0.5 : 0;
}

export function isPostalNumber(column: string): boolean {
  const plain = plainName(column);
  return POSTAL_NUMBERS.map(plainName).some(
    (name) => name === plain || (plain.length >= CUT_NAME_CHARACTERS && name.startsWith(plain)),
  );
}

function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_:.\-()（）]/g, "");
}
