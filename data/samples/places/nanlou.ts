import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "南楼社区党群服务站",
    building: "南山花园3号楼",
    along: 0.5,
    side: "middle",
    areaSquareMeters: 360,
    note: "志愿者之家、需求清单墙",
  },
  {
    kind: "service-point",
    name: "南楼爱心超市",
    building: "南楼小区1号楼",
    along: 0.85,
    side: "north",
    areaSquareMeters: 60,
    note: "志愿服务时长可换生活用品，账本由志愿者自己记",
  },
  ...front("南楼小区1号楼", "north", [
    ["shop", "南楼鲜果"],
    ["eating", "南楼早点"],
    ["medical", "南楼药房诊室"],
  ]),
  ...front("南山花园1号楼", "south", [["teaching", "花园托育点"]]),
  ...front("德胜小区1号楼", "north", [
    ["shop", "德胜粮油"],
    ["leisure", "德胜理发"],
  ]),
];
