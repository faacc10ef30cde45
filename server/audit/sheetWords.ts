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
  "plan.create": "新建网格方案",
  "plan.change": "修改网格方案",
  "plan.delete": "删除网格方案",
  "plan.publish": "发布网格方案",
  "plan.withdraw": "撤回网格方案",
  "plan.take-effect": "网格方案生效",
  "capacity.change": "设定人员承担上限",
  "load-weights.change": "设定工作量权重",
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
  plan: "网格方案",
  planId: "方案",
  source: "来源",
  "in-force": "现行方案",
  empty: "空白",
  outlines: "界线文件",
  table: "表格",
  effectiveFrom: "生效日期",
  uncovered: "未划入",
  grids: "网格数",
  microGrids: "微网格数",
  units: "单元数",
  broken: "拆分楼栋数",
  posts: "岗位数",
  dutiesBegun: "开始的职责",
  dutiesEnded: "结束的职责",
  load: "工作量",
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
