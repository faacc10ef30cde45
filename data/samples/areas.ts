import type { AreaLevel } from "../model/areas.ts";
import type { Area } from "../model/bundle.ts";
import { idOf } from "./kit/identity.ts";

interface AreaRow {
  key: string;
  parent: string | null;
  level: AreaLevel;
  name: string;
  nameEn: string;
  code: string | null;
}

const row = (
  key: string,
  parent: string | null,
  level: AreaLevel,
  name: string,
  nameEn: string,
  code: string | null = null,
): AreaRow => ({ key, parent, level, name, nameEn, code });

/** Street codes as published; a district's are the first six of its streets'; others are unknown here. */
const ROWS: readonly AreaRow[] = [
  row("yangquan", null, "city", "阳泉市", "Yangquan"),
  row("yangquan-cheng", "yangquan", "district", "城区", "Cheng District", "140302"),
  row("shangzhan", "yangquan-cheng", "street", "上站街道", "Shangzhan Street", "140302001"),
  row("yangquan-kuang", "yangquan", "district", "矿区", "Kuang District", "140303"),
  row("caiwa", "yangquan-kuang", "street", "蔡洼街道", "Caiwa Street", "140303003"),
  row("saiyu", "yangquan-kuang", "street", "赛鱼街道", "Saiyu Street", "140303004"),
  row("pingding", "yangquan", "district", "平定县", "Pingding County", "140321"),
  row("guanshan", "pingding", "street", "冠山镇", "Guanshan Town", "140321100"),
  row("hefei", null, "city", "合肥市", "Hefei"),
  row("yaohai", "hefei", "district", "瑶海区", "Yaohai District"),
  row("shenglilu", "yaohai", "street", "胜利路街道", "Shengli Road Street"),
  row("beijing", null, "city", "北京市", "Beijing"),
  row("xicheng", "beijing", "district", "西城区", "Xicheng District", "110102"),
  row("shichahai", "xicheng", "street", "什刹海街道", "Shichahai Street", "110102012"),
  row("singapore", null, "city", "新加坡", "Singapore"),
  row("sengkang", "singapore", "district", "盛港", "Sengkang"),
];

/** The areas above a community, outermost first. Their ids are the same in every sample. */
export function areasUpTo(key: string): Area[] {
  const found = ROWS.find((area) => area.key === key);
  if (!found) throw new Error(`no area ${key}`);
  const { parent, level, name, nameEn, code } = found;
  const id = areaId(key);
  const above = parent === null ? [] : areasUpTo(parent);
  return [...above, { id, parentId: parent && areaId(parent), level, name, nameEn, code }];
}

const areaId = (key: string) => idOf("areas", key);
