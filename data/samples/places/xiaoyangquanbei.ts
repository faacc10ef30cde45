import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "小阳泉北社区党群服务中心",
    building: "小阳泉北社区服务楼",
    along: 0.5,
    side: "middle",
    areaSquareMeters: 560,
    note: "六色服务台、日间照料室、四点半课堂",
  },
  ...front("市场一排", "north", [
    ["shop", "上站粮店"],
    ["eating", "一排压饼"],
    ["shop", "红果铺"],
  ]),
  ...front("市场二排", "north", [
    ["eating", "二排拉面"],
    ["shop", "站前杂货"],
    ["leisure", "舒心足浴"],
  ]),
  ...front("上站小区1号楼", "north", [
    ["shop", "上站便利"],
    ["medical", "上站社区诊所"],
    ["eating", "站上饺子馆"],
  ]),
  ...front("煤山小区1号楼", "north", [
    ["shop", "煤山五金"],
    ["workshop", "煤山汽修"],
  ]),
  ...front("机关宿舍1号楼", "north", [
    ["teaching", "北园幼儿园"],
    ["shop", "机关门市部"],
  ]),
];
