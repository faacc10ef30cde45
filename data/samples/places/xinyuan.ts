import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "新源社区党群服务中心",
    building: "新源小区1号楼",
    along: 0.5,
    side: "middle",
    areaSquareMeters: 620,
    note: "五方议事厅、红色微网格驿站、图书角",
  },
  ...front("晨光小区1号楼", "north", [
    ["shop", "晨光便利店"],
    ["eating", "老矿刀削面"],
    ["medical", "晨光卫生室"],
    ["leisure", "青松健身室"],
  ]),
  ...front("新源小区4号楼", "north", [
    ["shop", "新源副食店"],
    ["eating", "大街过油肉馆"],
    ["workshop", "利民家电维修"],
    ["shop", "小朋友文具店"],
    ["lodging", "新源旅馆"],
  ]),
  ...front("国电满庭春小区5号楼", "south", [["teaching", "满庭春托育园"]]),
  ...front("新源小学教学楼", "north", [["teaching", "新源小学食堂"]]),
];
