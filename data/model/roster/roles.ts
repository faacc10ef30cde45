import { type Role, ROLES } from "../duties.ts";

/** What people write for a role; the first is how we write it. */
const NAMES: Record<Role, readonly string[]> = {
  admin: ["管理员", "系统管理员", "administrator"],
  leader: ["领导", "街道领导", "街道干部"],
  secretary: [
    "社区书记",
    "书记",
    "党委书记",
    "党支部书记",
    "支部书记",
    "社区主任",
    "community secretary",
  ],
  planner: ["网格规划员", "规划员", "网格管理员"],
  inspector: ["隐患排查员", "排查员", "检查员", "巡查员", "安全员", "hazard inspector"],
  "grid-worker": ["网格员", "专职网格员", "网格长", "专属网格员"],
  "micro-grid-leader": ["微网格长", "微网格员", "微网格负责人"],
  "building-chief": ["楼栋长", "楼长", "楼门长", "栋长", "楼组长"],
  "party-contact": ["包联党员", "党员联系人", "党员联络员", "联系党员", "包楼党员"],
  "lane-keeper": ["小巷管家", "街巷管家", "巷长", "弄长", "街巷长", "胡同管家", "楼道管家"],
  department: ["部门", "职能部门", "部门人员"],
};

const BY_NAME = new Map(
  ROLES.flatMap((role) => [role, ...NAMES[role]].map((name) => [plainRole(name), role] as const)),
);

/** Undefined for a word that is no role. */
export function roleNamed(text: string): Role | undefined {
  return BY_NAME.get(plainRole(text));
}

/** As a roster that we write calls it, whatever the language of who reads it. */
export function nameOfRole(role: Role): string {
  return NAMES[role][0] ?? role;
}

function plainRole(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
