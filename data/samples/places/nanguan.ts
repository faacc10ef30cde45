import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "南关社区党群服务中心",
    building: "南关西苑1号楼",
    along: 0.9,
    side: "north",
    areaSquareMeters: 410,
    note: "网格图上墙，民情台账，三个议事平台",
  },
  ...front("南关西苑1号楼", "north", [
    ["shop", "南关烟酒店"],
    ["eating", "关西老豆腐"],
    ["shop", "平价药妆店"],
  ]),
  ...front("西关宿舍1号楼", "north", [
    ["eating", "西关烧饼铺"],
    ["workshop", "顺达摩托修理"],
  ]),
  ...front("石桥小区1号楼", "north", [
    ["lodging", "石桥宾馆"],
    ["shop", "石桥超市"],
  ]),
  ...front("南关东苑1号楼", "north", [
    ["medical", "府东诊所"],
    ["leisure", "东苑棋牌室"],
  ]),
  ...front("学门街小区1号楼", "north", [
    ["shop", "学门书店"],
    ["teaching", "学门托管班"],
  ]),
  ...front("冠山苑1号楼", "north", [
    ["eating", "冠山羊汤馆"],
    ["entertainment", "冠山歌厅"],
  ]),
  ...front("南营小区1号楼", "north", [
    ["shop", "南营便民店"],
    ["workshop", "营街裁缝铺"],
  ]),
];
