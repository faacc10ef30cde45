import type { PlanningGround } from "#data/model/planning/ground.ts";
import type { HandOverTransfer } from "#data/model/planning/sheets.ts";

interface NamedUnit {
  id: string;
  name: string;
  buildingId?: string;
}

/** Names a unit with its compound: 3号楼 stands in each of them. */
export function unitNaming({
  buildings,
  compounds,
}: Pick<PlanningGround, "buildings" | "compounds">): (unit: NamedUnit) => string {
  const names = new Map(compounds.map(({ id, name }) => [id, name]));
  const within = new Map<string, string>();
  for (const { id, compoundId, entrances } of buildings) {
    const name = names.get(compoundId ?? "");
    if (name === undefined) continue;
    within.set(id, name);
    for (const entrance of entrances) within.set(entrance.id, name);
  }
  return ({ id, name, buildingId }) => {
    const compound = within.get(buildingId ?? id);
    return compound === undefined ? name : `${compound} ${name}`;
  };
}

/** A building to visit with its compound; a place or a point has a name of its own. */
export function targetNaming(
  nameOf: ReturnType<typeof unitNaming>,
): (target: HandOverTransfer["dueTargets"][number]) => string {
  return ({ type, name, buildingId }) =>
    type === "building" && buildingId !== null
      ? nameOf({ id: buildingId, name, buildingId })
      : name;
}
