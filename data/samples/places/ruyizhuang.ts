import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "如意庄社区党群服务站",
    building: "如意庄社区服务楼",
    along: 0.5,
    side: "middle",
    areaSquareMeters: 480,
    note: "议事室、心理咨询室、志愿者之家",
  },
  ...front("市场一厅", "north", [
    ["shop", "如意粮油"],
    ["shop", "鲜达水产"],
    ["eating", "市场碗托"],
    ["shop", "山货干果"],
    ["shop", "东头豆腐坊"],
  ]),
  ...front("市场二厅", "south", [
    ["shop", "日杂百货"],
    ["workshop", "老张修鞋配钥匙"],
    ["eating", "二厅抿圪斗"],
    ["flammables", "如意液化气代办点"],
  ]),
  ...front("如意小区1号楼", "north", [
    ["medical", "如意诊所"],
    ["shop", "坡下小卖部"],
    ["leisure", "如意理发"],
  ]),
  ...front("矿工小区1号楼", "north", [
    ["eating", "矿工饭店"],
    ["lodging", "北山坡旅社"],
  ]),
];
