import type { SheetLocale } from "../../reporting/words.ts";

/** The columns of 隐患台账, in their order; a width is in characters. */
const COLUMNS = {
  ordinal: ["序号", "No.", 6],
  reportedAt: ["上报时间", "Reported at", 20],
  reportedBy: ["上报人", "Reported by", 12],
  category: ["类别", "Kind", 12],
  level: ["级别", "Level", 8],
  where: ["位置", "Where", 26],
  grid: ["网格", "Grid", 14],
  microGrid: ["微网格", "Micro-grid", 14],
  note: ["描述", "Description", 36],
  status: ["状态", "Status", 12],
  assignee: ["责任人", "Responsible", 12],
  department: ["责任部门", "Department", 16],
  dueAt: ["期限", "Due", 20],
  isLate: ["是否超时", "Late", 9],
  rectifiedAt: ["整改时间", "Fixed at", 20],
  fixedBy: ["整改人", "Fixed by", 12],
  verifiedAt: ["复查时间", "Checked at", 20],
  verifiedBy: ["复查人", "Checked by", 12],
  returns: ["退回次数", "Returns", 9],
  longitude: ["经度", "Longitude", 12],
  latitude: ["纬度", "Latitude", 12],
  id: ["编号", "Id", 38],
  photos: ["照片链接", "Pictures", 60],
} as const;

export type LedgerColumn = keyof typeof COLUMNS;
export const LEDGER_COLUMNS = Object.keys(COLUMNS) as LedgerColumn[];
export const LEDGER_WIDTHS = LEDGER_COLUMNS.map((column) => COLUMNS[column][2]);

export function columnTitle(column: LedgerColumn, locale: SheetLocale): string {
  return COLUMNS[column][locale === "en" ? 1 : 0];
}

interface Made {
  community: string;
  maker: string;
  madeAt: string;
}

export const LEDGER_WORDS = {
  "zh-CN": {
    sheet: "隐患台账",
    yes: "是",
    no: "否",
    madeBy: ({ community, maker, madeAt }: Made) =>
      `${community} 隐患台账 · 导出人：${maker} · 导出时间：${madeAt}`,
    cut: (count: number) => `只导出前 ${count} 条；其余的请筛选后再导出。`,
  },
  en: {
    sheet: "Hazards",
    yes: "yes",
    no: "no",
    madeBy: ({ community, maker, madeAt }: Made) =>
      `${community}: hazards · exported by ${maker} · at ${madeAt}`,
    cut: (count: number) => `The first ${count} only; filter for the others.`,
  },
} satisfies Record<SheetLocale, object>;
