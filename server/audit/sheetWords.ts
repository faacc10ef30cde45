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

/** The same as the web says, in a column's brevity. */
const ACTIONS: Record<string, string> = {
  "account.admin": "更改管理员身份",
  "account.close": "停用账号",
  "account.give": "开通账号",
  "account.link": "关联账号",
  "account.open": "恢复账号",
  "account.password": "重设密码",
  "audit.export": "导出操作记录",
  "building.change": "修改楼栋",
  "building.create": "新增楼栋",
  "building.import": "从文件带入楼栋",
  "building.remove": "删除楼栋",
  "capacity.change": "设定人员承担上限",
  "checklists.change": "修改检查表",
  "community.create": "新建社区",
  "community.load-sample": "载入示例社区",
  "compound.change": "修改小区",
  "compound.list": "调整小区楼栋",
  "duty.change": "修改职责",
  "duty.end": "结束职责",
  "duty.give": "安排职责",
  "hazard.assign": "隐患派单",
  "hazard.confirm": "核实隐患",
  "hazard.escalate": "隐患上报部门",
  "hazard.extend": "申请延期",
  "hazard.fix": "当场整改",
  "hazard.grant": "答复延期",
  "hazard.merge": "合并隐患",
  "hazard.pass": "复查通过",
  "hazard.rectify": "整改完成",
  "hazard.reject": "隐患不属实",
  "hazard.reopen": "重新立案",
  "hazard.report": "上报隐患",
  "hazard.return": "复查退回",
  "hazard-rules.change": "设定隐患时限",
  "hazards.export": "导出隐患台账",
  "household.reveal": "查看全名或电话",
  "inspection.add": "检查",
  "leave.cancel": "取消请假",
  "leave.change": "修改请假",
  "leave.create": "登记请假",
  "load-weights.change": "设定工作量权重",
  "people.export": "导出名册",
  "people.import": "导入名册",
  "person.change": "修改人员",
  "person.create": "新增人员",
  "plan.change": "修改网格方案",
  "plan.cover": "把新楼归入微网格",
  "plan.create": "新建网格方案",
  "plan.delete": "删除网格方案",
  "plan.publish": "发布网格方案",
  "plan.take-effect": "网格方案生效",
  "plan.withdraw": "撤回网格方案",
  "round.change": "修改检查任务",
  "round.create": "建立检查任务",
  "round.leave-out": "移出检查任务的个别对象",
  "round.put-back": "给检查任务放回对象",
  "round.end": "结束检查任务",
};

/** Kinds of things, and values that are codes. */
const WORDS: Record<string, string> = {
  account: "账号",
  assigned: "待处置",
  audit: "操作记录",
  both: "姓名和电话",
  building: "楼栋",
  capacity: "承担上限",
  closed: "已销号",
  community: "社区",
  compound: "小区",
  confirmed: "待派单",
  duty: "职责",
  empty: "空白",
  escalated: "已上报部门",
  grid: "网格",
  hazard: "隐患",
  household: "住户",
  "in-force": "现行方案",
  inspection: "检查",
  leave: "请假",
  merged: "已合并",
  "micro-grid": "微网格",
  name: "姓名",
  outlines: "界线文件",
  people: "名册",
  person: "人员",
  phone: "电话",
  place: "场所",
  plan: "网格方案",
  month: "每月",
  once: "一次",
  quarter: "每季度",
  rectified: "待复查",
  rejected: "不属实",
  reported: "待核实",
  round: "检查任务",
  table: "表格",
  week: "每周",
  year: "每年",
  true: "是",
  false: "否",
  "grid-worker": "网格员",
  "micro-grid-leader": "微网格长",
  "building-chief": "楼栋长",
  "party-contact": "包联党员",
};

const FIELDS: Record<string, string> = {
  action: "操作",
  address: "地址",
  assigneeId: "处置人",
  broken: "拆分的楼栋",
  buildingId: "楼栋",
  changed: "有变化",
  compoundId: "小区",
  count: "条数",
  deadlines: "时限",
  departmentId: "部门",
  dutiesBegun: "开始的职责",
  dutiesEnded: "结束的职责",
  dwellings: "户室",
  effectiveFrom: "生效日期",
  endsOn: "结束",
  enter: "列入",
  entrances: "单元",
  from: "从",
  grids: "网格",
  hasLift: "电梯",
  headName: "户主",
  isAdmin: "管理员",
  isAllWell: "全部合格",
  isClosed: "停用",
  kind: "类型",
  leave: "移出",
  load: "工作量",
  microGridId: "微网格",
  microGrids: "微网格",
  missing: "文件里没有的",
  movedMeters: "移动（米）",
  name: "名称",
  new: "新楼",
  notVisited: "未检查",
  person: "操作人",
  personId: "由谁",
  phone: "电话",
  place: "地点",
  placeId: "地点",
  planId: "方案",
  plans: "方案",
  posts: "岗位",
  repeats: "重复",
  residents: "居民",
  role: "角色",
  round: "检查任务",
  source: "来源",
  standInId: "顶班",
  startsOn: "开始",
  status: "状态",
  storeys: "层数",
  to: "到",
  uncovered: "未划入",
  units: "楼栋、单元",
  until: "延至",
  username: "用户名",
  version: "版本",
  visited: "已检查",
  what: "查看内容",
};

/** English needs no table: the codes are English words. */
export function actionInSheet(action: string, language: SheetLanguage): string {
  if (language === "en") return action.replaceAll(/[.-]/g, " ");
  return ACTIONS[action] ?? action;
}

/** What is kept of a thing; itself where there is no word for it. */
export function fieldInSheet(field: string, language: SheetLanguage): string {
  return language === "en" ? field : (FIELDS[field] ?? field);
}

/** A value or a kind of thing; itself where there is no word for it. */
export function wordInSheet(code: string, language: SheetLanguage): string {
  return language === "en" ? code : (WORDS[code] ?? code);
}
