export const PLAN_STATUSES = ["draft", "in-force", "superseded"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** `basic` 基础网格 covers homes; `dedicated` 专属网格 is a school, hospital, firm or market. */
export const GRID_KINDS = ["basic", "dedicated"] as const;
export type GridKind = (typeof GRID_KINDS)[number];
