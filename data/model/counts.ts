import type { AnonymousBundle } from "./bundle.ts";

/** What the list of communities says about each. */
export interface CommunityCounts {
  buildings: number;
  households: number;
  partyMembers: number;
  partyCentreHouseholds: number;
  grids: number;
  microGrids: number;
  compounds: number;
}

/** Grids and micro-grids are those of the plan; none while there is no plan. */
export function countsOf(bundle: AnonymousBundle, planId: string | null): CommunityCounts {
  const { households } = bundle;
  const isOfPlan = (row: { planId: string }) => row.planId === planId;
  return {
    buildings: bundle.buildings.length,
    households: households.length,
    partyMembers: households.reduce((sum, household) => sum + household.partyMembers, 0),
    partyCentreHouseholds: households.filter(({ partyStanding }) => partyStanding === "centre")
      .length,
    grids: bundle.grids.filter(isOfPlan).length,
    microGrids: bundle.microGrids.filter(isOfPlan).length,
    compounds: bundle.compounds.length,
  };
}
