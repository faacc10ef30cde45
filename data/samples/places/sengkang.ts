import type { PlaceSketch } from "../definition.ts";

export const PLACES: readonly PlaceSketch[] = [
  { kind: "service-point", name: "安谷居民联络站", building: "311A", along: 0.5, side: "middle" },
  { kind: "eating", name: "安谷咖啡店", building: "308A", along: 0.5, side: "middle" },
  { kind: "shop", name: "邻里迷你超市", building: "313A", along: 0.5, side: "middle" },
  { kind: "teaching", name: "楼下幼儿园", building: "317A", along: 0.5, side: "middle" },
  { kind: "medical", name: "家庭诊所", building: "351A", along: 0.5, side: "middle" },
  { kind: "workshop", name: "脚踏车店", building: "309B", along: 0.5, side: "middle" },
];
