import type { ColumnRole } from "#data/model/import/columnNames.ts";
import type { RowWarningKind, SkipReason } from "#data/model/import/reading.ts";
import type { Text } from "./text.ts";

export const ROLE_TEXTS: Record<ColumnRole, Text> = {
  number: { zh: "楼号", en: "number" },
  name: { zh: "名称", en: "name" },
  street: { zh: "街道", en: "street" },
  storeys: { zh: "层数", en: "storeys" },
  height: { zh: "高度", en: "height" },
  households: { zh: "户数", en: "households" },
  kind: { zh: "用途", en: "use" },
};

export const SKIP_TEXTS: Record<SkipReason, Text> = {
  "no-geometry": { zh: "没有形状", en: "no shape" },
  "not-an-area": { zh: "不是楼的轮廓", en: "not the outline of a building" },
  "broken-geometry": { zh: "形状写错了", en: "broken shape" },
  "off-earth": { zh: "坐标不在地球上", en: "off the earth" },
  "null-island": { zh: "坐标是 0, 0", en: "at 0, 0" },
  "too-few-points": { zh: "点太少，围不成面", en: "too few corners" },
  "zero-area": { zh: "没有面积", en: "no area" },
  "larger-than-a-building": { zh: "比一栋楼大得多", en: "far larger than a building" },
  "far-away": { zh: "离其他楼太远", en: "far from all the others" },
  duplicate: { zh: "重复", en: "repeated" },
};

export const WARNING_TEXTS: Record<RowWarningKind, Text> = {
  "self-crossing": { zh: "轮廓自己相交", en: "outline crosses itself" },
  "ring-closed": { zh: "轮廓没有闭合，已接上", en: "outline was open, now closed" },
  "part-dropped": { zh: "有一部分不能用，已去掉", en: "a part could not be used" },
  "storeys-rounded": { zh: "层数取了整数", en: "storeys were rounded" },
  "storeys-nonsense": { zh: "层数看不懂", en: "storeys make no sense" },
  "height-nonsense": { zh: "高度看不懂", en: "height makes no sense" },
  "height-like-storeys": { zh: "高度像是层数", en: "height looks like storeys" },
  "households-nonsense": { zh: "户数看不懂", en: "households make no sense" },
  "same-number": { zh: "楼号相同", en: "same number" },
  "same-footprint": { zh: "轮廓相同，名称不同", en: "same outline, other name" },
  "cut-in-two": { zh: "一栋楼可能被切成了两块", en: "perhaps one building in two pieces" },
  "far-away": { zh: "离其他楼很远", en: "far from the others" },
};
