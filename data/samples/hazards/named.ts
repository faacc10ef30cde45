import { fireInBuildingTen, pavingInCourtyard } from "./cases/hongqiAndSihuan.ts";
import { sewerBehindShops, wallThatSeeps } from "./cases/yangquan.ts";
import { idOf } from "../kit/identity.ts";
import type { Ground } from "./ground.ts";
import type { SampleHazard } from "./hazard.ts";

/** By what it is; its drawings are made for it alone. */
export type CaseName = "kitchen-fire" | "paving" | "sewer" | "wall";

const CASES: Readonly<Record<string, readonly (readonly [CaseName, Tell])[]>> = {
  hongqi: [["kitchen-fire", fireInBuildingTen]],
  sihuan: [["paving", pavingInCourtyard]],
  xiaoyangquanbei: [["sewer", sewerBehindShops]],
  ruyizhuang: [["wall", wallThatSeeps]],
};
type Tell = (ground: Ground, key: string) => SampleHazard;

/** The cases that news reports tell of, in the communities they tell of; see README.md. */
export function namedHazards(ground: Ground): SampleHazard[] {
  return (CASES[ground.slug] ?? []).map(([name, tell]) => tell(ground, `case/${name}`));
}

/** What the case is called that this is the hazard of; undefined where it is of none. */
export function caseOf(slug: string, hazardId: string): CaseName | undefined {
  const found = CASES[slug]?.find(([name]) => idOf(slug, `hazard/case/${name}`) === hazardId);
  return found?.[0];
}
