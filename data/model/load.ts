import type { LoadWeights } from "./communities.ts";

/** What makes work in a unit. All are counts. */
export interface LoadFacts {
  households: number;
  residents: number;
  elderlyAlone: number;
  disabled: number;
  letDwellings: number;
  /** Floors above the ground floor, once per stair, where there is no lift. */
  floorsWithoutLift: number;
  smallPlaces: number;
  openHazards: number;
}

/** The work a unit makes, in the community's own weights: a plain sum, so loads of units add up. */
export function loadOf(facts: LoadFacts, weights: LoadWeights): number {
  return (
    facts.households * weights.household +
    facts.residents * weights.resident +
    facts.elderlyAlone * weights.elderlyAlone +
    facts.disabled * weights.disabled +
    facts.letDwellings * weights.letDwelling +
    facts.floorsWithoutLift * weights.floorWithoutLift +
    facts.smallPlaces * weights.smallPlace +
    facts.openHazards * weights.openHazard
  );
}
