import { BUILDING_KINDS, type BuildingKind, STOREY_METERS } from "../buildings.ts";
import { normaliseText } from "./buildingNumbers.ts";

/** From here on a residential block is a tower. Source: GB 50180 calls 10 storeys and more 高层. */
const TOWER_STOREYS = 10;

/**
 * Words of OpenStreetMap and of Chinese survey tables; `home` becomes slab or tower by its storeys.
 */
const KIND_WORDS: readonly (readonly [kind: BuildingKind | "home", words: RegExp])[] = [
  ["parking", /parking|garage|carport|^(multi-storey|underground|surface)$|车库|停车/],
  ["courtyard", /courtyard|siheyuan|院落|四合院|杂院/],
  [
    "house",
    /^(detached|semi|semidetached_house|terrace|terraced|bungalow|villa)$|别墅|平房|民房|自建/,
  ],
  ["home", /residential|apartment|dormitory|condominium|hdb|flats|住宅|居住|居民|公寓|宿舍/],
  ["tower", /塔楼|塔式|点式|高层/],
  ["slab", /板楼|板式|条式|多层/],
  ["public", /school|college|university|kindergarten|childcare|学校|小学|中学|幼儿园|教育/],
  ["public", /hospital|clinic|library|museum|theatre|station|医院|卫生|图书|服务中心|服务站/],
  ["public", /public|civic|government|townhall|community|police|政府|机关|公共/],
  ["public", /church|mosque|temple|shrine|worship|寺|庙|教堂/],
  ["shop", /retail|shop|supermarket|commercial|mall|market|kiosk|restaurant|商|店|超市|市场/],
];

/**
 * What a property's text says about a building's kind; null for `yes`, `building` and other words
 * that say nothing.
 */
export function readKind(
  text: string,
  size: { storeys: number | null; heightMeters: number | null },
): BuildingKind | null {
  const plain = normaliseText(text);
  const own = BUILDING_KINDS.find((kind) => kind === plain && kind !== "other");
  const kind = own ?? KIND_WORDS.find(([, words]) => words.test(plain))?.[0] ?? null;
  if (kind !== "home") return kind;
  return (storeysOf(size) ?? 0) >= TOWER_STOREYS ? "tower" : "slab";
}

/** Storeys as given, else from the height. */
export function storeysOf(size: {
  storeys: number | null;
  heightMeters: number | null;
}): number | null {
  if (size.storeys !== null) return size.storeys;
  return size.heightMeters === null ? null : Math.round(size.heightMeters / STOREY_METERS);
}
