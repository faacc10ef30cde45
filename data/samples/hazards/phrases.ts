import type { HazardCategory } from "../../model/hazards/kinds.ts";

interface Phrases {
  isOutdoors: boolean;
  /** How often there is one, beside the others; a second figure holds for its season. */
  weight: number;
  season?: { months: readonly number[]; weight: number };
  /** What was seen, and what was done about it. */
  said: readonly (readonly [seen: string, done: string])[];
}

const WINTER = [11, 12, 1, 2];
const RAIN = [6, 7, 8, 9];

/** What people say of each kind of hazard. Invented. */
export const PHRASES: Readonly<Record<HazardCategory, Phrases>> = {
  fire: {
    ...{ isOutdoors: false, weight: 12, season: { months: WINTER, weight: 18 } },
    said: [
      ["楼道灭火器压力不足", "已更换两具灭火器并登记"],
      ["消火栓箱内水带缺失", "已补齐水带、水枪，试水正常"],
      ["楼梯间堆放纸箱、旧家具", "已清走，楼道通畅"],
      ["常闭式防火门被木块顶住", "已取走木块，闭门器已调好"],
      ["阳台堆放大量可燃杂物", "已劝清理，阳台已腾空"],
    ],
  },
  wiring: {
    ...{ isOutdoors: false, weight: 10 },
    said: [
      ["楼道电表箱门脱落，线头外露", "电工已包扎线头、装好箱门"],
      ["私拉电线，插线板串接使用", "已拆除私拉线路，改装固定插座"],
      ["走廊照明线老化破皮", "已更换线路并穿管"],
      ["配电箱发热有异味", "已紧固接头、更换空开"],
    ],
  },
  gas: {
    ...{ isOutdoors: false, weight: 6, season: { months: WINTER, weight: 9 } },
    said: [
      ["燃气软管老化，超过使用年限", "已换金属波纹管，检漏正常"],
      ["燃气报警器断电未启用", "已通电自检，报警正常"],
      ["厨房内同时存放液化气瓶", "气瓶已搬离，只用管道气"],
    ],
  },
  ebike: {
    ...{ isOutdoors: false, weight: 16 },
    said: [
      ["电动自行车停在门厅充电", "已推至充电棚，车主已签承诺"],
      ["飞线给楼下电动车充电", "已收线，引导到充电桩充电"],
      ["电池带回家中充电", "电池已取下，改用换电柜"],
      ["电动车堵住单元门口", "已挪到停车棚"],
    ],
  },
  exit: {
    ...{ isOutdoors: false, weight: 9 },
    said: [
      ["通往屋顶的门上锁", "已拆锁，换成推杆门"],
      ["安全出口指示灯不亮", "已换灯，断电测试正常"],
      ["楼道被鞋柜占去一半", "鞋柜已搬回户内"],
      ["应急照明灯损坏", "已更换应急灯"],
    ],
  },
  structure: {
    ...{ isOutdoors: true, weight: 5, season: { months: RAIN, weight: 7 } },
    said: [
      ["外墙皮空鼓，有掉落危险", "已铲除空鼓墙皮并重新粉刷"],
      ["屋檐瓦片松动", "已重新固定瓦片"],
      ["雨棚支架锈蚀摇晃", "已加固支架、除锈刷漆"],
      ["墙根裂缝有变宽迹象", "已灌浆修补，贴观测条"],
    ],
  },
  road: {
    ...{ isOutdoors: true, weight: 11 },
    said: [
      ["路面塌陷成坑，夜里易绊倒", "已回填、压实、抹平"],
      ["井盖松动有响声", "已加垫圈固定井盖"],
      ["消防车通道被车辆占用", "车辆已驶离，重新划线"],
      ["路灯不亮", "已更换灯头"],
      ["台阶扶手松动", "扶手已重新焊牢"],
    ],
  },
  drainage: {
    ...{ isOutdoors: true, weight: 8, season: { months: RAIN, weight: 22 } },
    said: [
      ["雨水口被落叶堵住，积水", "已清掏雨水口，排水通畅"],
      ["下水管外溢，有异味", "已疏通管道、冲洗地面"],
      ["化粪池井满溢", "已抽运清掏"],
    ],
  },
  rubbish: {
    ...{ isOutdoors: true, weight: 15 },
    said: [
      ["建筑垃圾堆在绿地", "已清运，恢复绿地"],
      ["垃圾桶旁大件家具无人收", "已联系清运，当日拉走"],
      ["拐角处散落生活垃圾", "已清扫，增设提示牌"],
    ],
  },
  other: {
    ...{ isOutdoors: true, weight: 6 },
    said: [
      ["健身器材螺丝松动", "已紧固螺丝，试用正常"],
      ["树枝枯断，悬在步道上方", "枯枝已锯除"],
      ["宣传栏玻璃破裂", "已换有机玻璃"],
    ],
  },
};
