export const SHEET_LANGUAGES = ["zh-CN", "en"] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

interface Made {
  community: string;
  maker: string;
  madeAt: string;
}

/** What stands in the file around the rows. The web's own words are above the server. */
export const SHEET_WORDS = {
  "zh-CN": {
    sheet: "操作记录",
    columns: ["时间", "操作人", "操作", "对象", "原来", "现在", "原因"],
    program: "系统",
    madeBy: ({ community, maker, madeAt }: Made) =>
      `${community} 操作记录 · 导出人：${maker} · 导出时间：${madeAt}`,
    cut: (count: number) => `只导出最近 ${count} 条；更早的请按时间筛选后再导出。`,
  },
  en: {
    sheet: "Audit",
    columns: ["Time", "By", "Action", "What", "Before", "After", "Reason"],
    program: "System",
    madeBy: ({ community, maker, madeAt }: Made) =>
      `${community}: audit · exported by ${maker} · at ${madeAt}`,
    cut: (count: number) => `The newest ${count} only; filter by time for older ones.`,
  },
} satisfies Record<SheetLanguage, object>;

const ACTIONS: Record<string, string> = {
  "community.create": "新建社区",
  "community.load-sample": "载入示例社区",
  "person.create": "新增人员",
  "person.change": "修改人员",
  "household.reveal": "查看全名或电话",
  "audit.export": "导出操作记录",
};

const WORDS: Record<string, string> = {
  household: "住户",
  person: "人员",
  duty: "职责",
  leave: "请假",
  community: "社区",
  account: "账号",
  what: "查看内容",
  both: "姓名和电话",
  name: "姓名",
  phone: "电话",
  role: "角色",
  startsOn: "开始",
  endsOn: "结束",
  count: "条数",
};

/** English needs no table: the codes are English words. */
export function actionInSheet(action: string, language: SheetLanguage): string {
  if (language === "en") return action.replaceAll(/[.-]/g, " ");
  return ACTIONS[action] ?? action;
}

/** A field, a value or a kind of thing; itself where there is no word for it. */
export function wordInSheet(code: string, language: SheetLanguage): string {
  return language === "en" ? code : (WORDS[code] ?? code);
}
