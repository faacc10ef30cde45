import type { HazardCategory, HazardLevel, HazardStatus } from "#data/model/hazards/kinds.ts";

export const SHEET_LOCALES = ["zh-CN", "en"] as const;
export type SheetLocale = (typeof SHEET_LOCALES)[number];

interface HazardWords {
  categories: Record<HazardCategory, string>;
  levels: Record<HazardLevel, string>;
  statuses: Record<HazardStatus, string>;
  floor: (floor: number) => string;
}

/** What goes out of the house in words: spreadsheets, messages. The web's own are above the server. */
export const HAZARD_WORDS: Record<SheetLocale, HazardWords> = {
  "zh-CN": {
    categories: {
      ...{ fire: "消防", wiring: "用电线路", gas: "燃气", ebike: "电动车", exit: "安全出口" },
      ...{ structure: "房屋结构", road: "道路", drainage: "排水", rubbish: "垃圾杂物" },
      other: "其他",
    },
    levels: { general: "一般", serious: "较大", major: "重大" },
    statuses: {
      ...{ reported: "待核实", confirmed: "待派单", assigned: "待处置", escalated: "已上报部门" },
      ...{ rectified: "待复查", closed: "已销号", rejected: "不属实", merged: "已合并" },
    },
    floor: (floor) => (floor > 0 ? `${floor}层` : `地下${-floor}层`),
  },
  en: {
    categories: {
      ...{ fire: "Fire", wiring: "Wiring", gas: "Gas", ebike: "E-bikes", exit: "Exits" },
      ...{ structure: "Structure", road: "Road", drainage: "Drainage", rubbish: "Rubbish" },
      other: "Other",
    },
    levels: { general: "General", serious: "Serious", major: "Major" },
    statuses: {
      ...{ reported: "To be looked at", confirmed: "To be given to somebody" },
      ...{ assigned: "To be fixed", escalated: "With a department" },
      ...{ rectified: "To be checked again", closed: "Closed", rejected: "Not so" },
      merged: "Merged",
    },
    floor: (floor) => (floor > 0 ? `floor ${floor}` : `basement ${-floor}`),
  },
};
