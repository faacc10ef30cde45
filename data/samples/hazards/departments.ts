import { idOf } from "../kit/identity.ts";

/** Who stands for an office outside of the community: no person, and so no person's name. */
interface Department {
  id: string;
  key: DepartmentKey;
  name: string;
  /** What its account is called after the community's slug; null: nobody signs in as it. */
  account: string | null;
}

type DepartmentKey = "city" | "housing" | "drainage";

const HOUSING_OFFICES: Readonly<Record<string, string>> = { sihuan: "什刹海房管所（示例）" };

/** The offices that a sample community's hazards are escalated to. */
export function departmentsOf(slug: string): Department[] {
  const department = (key: DepartmentKey, name: string, account: string | null): Department => ({
    ...{ id: idOf(slug, `department/${key}`), key, name, account },
  });
  return [
    department("city", "城市管理部门（示例）", "department"),
    department("housing", HOUSING_OFFICES[slug] ?? "房屋管理部门（示例）", "housing"),
    department("drainage", "排水管理部门（示例）", null),
  ];
}
