import type { Mistakes } from "./mistakes.ts";
import type { SampleSlug } from "./slugs.ts";

/** Everything that is wrong in the samples, on purpose: the same table makes the mistakes and tests for them. */
export const INTENDED: Readonly<Record<SampleSlug, Mistakes>> = {
  hongqi: {
    uncovered: ["红旗村12号楼"],
    withoutLeader: ["微网格2-2"],
    absent: [
      { role: "lane-keeper", place: "微网格1-3", standIn: false },
      { role: "micro-grid-leader", place: "微网格1-1", standIn: true },
    ],
    notInspected: [
      { place: "顺手电动车修理", daysAgo: 45 },
      { place: "巷口牛肉汤", daysAgo: 33 },
    ],
  },
  xinyuan: {
    uncovered: ["晨光小区1号楼"],
    doubled: [{ building: "新源小区23号楼", entrance: 1, microGrid: "微网格7-4" }],
    withoutLeader: ["微网格4-2", "微网格6-5"],
    withoutWorker: ["第五网格"],
    absent: [
      { role: "grid-worker", place: "第一网格", standIn: false },
      { role: "grid-worker", place: "第三网格", standIn: true },
    ],
    notInspected: [
      { place: "大街过油肉馆", daysAgo: 40 },
      { place: "新源旅馆", daysAgo: 62 },
      { place: "利民家电维修", daysAgo: null },
    ],
  },
  ruyizhuang: {
    withoutLeader: ["微网格3-4"],
    absent: [
      { role: "grid-worker", place: "第四网格", standIn: true },
      { role: "micro-grid-leader", place: "微网格2-3", standIn: false },
    ],
    againstOutline: [
      { building: "如意小区1号楼", microGrid: "微网格1-1" },
      { building: "河边小区1号楼", microGrid: "微网格3-5" },
    ],
    notInspected: [
      { place: "如意液化气代办点", daysAgo: 38 },
      { place: "北山坡旅社", daysAgo: null },
    ],
    overSize: ["第一网格"],
  },
  nanguan: {
    uncovered: ["南关东苑1号楼"],
    withoutLeader: ["微网格3-2", "微网格9-1"],
    withoutWorker: ["第十二网格"],
    absent: [
      { role: "grid-worker", place: "第六网格", standIn: false },
      { role: "grid-worker", place: "第二网格", standIn: true },
    ],
    farOff: [{ building: "南营小区1号楼", microGrid: "微网格4-2" }],
    notInspected: [
      { place: "冠山歌厅", daysAgo: 50 },
      { place: "顺达摩托修理", daysAgo: 35 },
      { place: "东苑棋牌室", daysAgo: null },
    ],
  },
  xiaoyangquanbei: {
    doubled: [{ building: "机关宿舍9号楼", entrance: 1, microGrid: "微网格2-5" }],
    withoutLeader: ["微网格1-5"],
    absent: [
      { role: "party-contact", place: "上站小区3号楼", standIn: false },
      { role: "grid-worker", place: "第三网格", standIn: true },
    ],
    notInspected: [
      { place: "煤山汽修", daysAgo: 34 },
      { place: "舒心足浴", daysAgo: null },
      { place: "二排拉面", daysAgo: 47 },
    ],
    underSize: ["第五网格"],
    outside: ["北大街甲9号楼"],
  },
  sihuan: {
    uncovered: ["枣树胡同1号院"],
    withoutLeader: ["微网格2-3"],
    withoutWorker: ["第三网格"],
    absent: [
      { role: "lane-keeper", place: "微网格3-2", standIn: false },
      { role: "micro-grid-leader", place: "微网格1-4", standIn: true },
    ],
    notInspected: [
      { place: "豆角小院民宿", daysAgo: 41 },
      { place: "前井修车铺", daysAgo: null },
    ],
  },
  nanlou: {
    withoutContact: ["德胜小区4号楼", "德胜小区9号楼", "南山花园6号楼"],
    withoutLeader: ["微网格5-3"],
    absent: [
      { role: "building-chief", place: "南楼小区2号楼", standIn: false },
      { role: "grid-worker", place: "第四网格", standIn: true },
    ],
    notInspected: [
      { place: "德胜理发", daysAgo: 36 },
      { place: "花园托育点", daysAgo: null },
    ],
  },
  sengkang: {
    uncovered: ["319B"],
    withoutLeader: ["微网格3-2"],
    withoutWorker: ["第七网格"],
    absent: [
      { role: "grid-worker", place: "第二网格", standIn: false },
      { role: "grid-worker", place: "第五网格", standIn: true },
    ],
    notInspected: [
      { place: "脚踏车店", daysAgo: 44 },
      { place: "安谷咖啡店", daysAgo: null },
    ],
  },
};
