import type { PlaceSketch } from "../definition.ts";
import { front } from "./front.ts";

export const PLACES: readonly PlaceSketch[] = [
  {
    kind: "service-point",
    name: "四环社区服务点",
    building: "四环胡同2号院",
    along: 0.5,
    side: "north",
    areaSquareMeters: 120,
    note: "每月服务日",
  },
  ...front("四环胡同4号院", "north", [["shop", "胡同小卖部"]]),
  ...front("枣树胡同2号院", "north", [["eating", "枣树炸酱面"]]),
  ...front("枣树胡同6号院", "north", [["leisure", "胡同理发馆"]]),
  ...front("前井胡同2号院", "north", [["workshop", "前井修车铺"]]),
  ...front("豆角胡同2号院", "north", [["lodging", "豆角小院民宿"]]),
  ...front("豆角胡同8号院", "north", [["shop", "豆角菜店"]]),
];
