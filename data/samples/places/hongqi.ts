import type { PlaceSketch } from "../definition.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "party-service-station",
    name: "红旗村党群服务站",
    building: "红旗村6号楼",
    along: 0.5,
    areaSquareMeters: 500,
    note: "志愿者活动室、文娱室、棋牌室",
  },
  { kind: "shop", name: "红旗便民超市", building: "红旗村1号楼", along: 0.2, side: "north" },
  { kind: "eating", name: "巷口牛肉汤", building: "红旗村1号楼", along: 0.7, side: "north" },
  { kind: "eating", name: "老街坊面馆", building: "红旗村2号楼", along: 0.15, side: "north" },
  {
    kind: "medical",
    name: "红旗村卫生服务点",
    building: "红旗村2号楼",
    along: 0.5,
    side: "north",
  },
  { kind: "shop", name: "东渠水果店", building: "红旗村2号楼", along: 0.85, side: "north" },
  { kind: "leisure", name: "晨星理发店", building: "红旗村3号楼", along: 0.2, side: "north" },
  {
    kind: "workshop",
    name: "顺手电动车修理",
    building: "红旗村3号楼",
    along: 0.55,
    side: "north",
  },
  { kind: "shop", name: "安心五金店", building: "红旗村3号楼", along: 0.9, side: "north" },
];
