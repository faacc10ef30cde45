import type { Dwelling, Household } from "../../model/bundle.ts";
import type { HouseholdTag } from "../../model/households.ts";
import type { Homes } from "../definition.ts";
import { idOf } from "../kit/identity.ts";
import type { Random } from "../kit/random.ts";
import { inventedName } from "./names.ts";

/** Residents of a household by chance: small households, as in old urban estates. */
const SIZES: readonly (readonly [residents: number, share: number])[] = [
  [1, 0.16],
  [2, 0.33],
  [3, 0.3],
  [4, 0.13],
  [5, 0.06],
  [6, 0.02],
];

/** One household in every dwelling that is lived in or let. Party standing is given out later. */
export function householdsOf(
  slug: string,
  dwellings: readonly Dwelling[],
  homes: Homes,
  random: Random,
  nextPhone: () => string,
): Household[] {
  return dwellings
    .filter(({ use }) => use === "lived-in" || use === "let")
    .map((dwelling) => {
      const isAlone = dwelling.use === "lived-in" && random.chance(homes.elderlyAlone);
      const residents = isAlone ? 1 : sizeOf(random);
      return {
        id: idOf(slug, `household/${dwelling.id}`),
        dwellingId: dwelling.id,
        buildingId: dwelling.buildingId,
        headName: inventedName(random),
        phone: random.chance(0.94) ? nextPhone() : null,
        residents,
        partyMembers: 0,
        partyStanding: "none",
        tags: tagsOf(dwelling, isAlone, residents, homes, random),
      };
    });
}

function sizeOf(random: Random): number {
  let at = random.next();
  for (const [residents, share] of SIZES) {
    if (at < share) return residents;
    at -= share;
  }
  return 2;
}

function tagsOf(
  dwelling: Dwelling,
  isAlone: boolean,
  residents: number,
  homes: Homes,
  random: Random,
): HouseholdTag[] {
  if (dwelling.use === "let") return ["tenant"];
  const tags: HouseholdTag[] = [];
  if (isAlone) tags.push("elderly-alone");
  if (random.chance(isAlone ? 0.4 : 0.05)) tags.push("aged-80");
  if (random.chance(0.025)) tags.push("disabled");
  if (random.chance(isAlone ? 0.1 : 0.02)) tags.push("low-income");
  if (residents > 1 && random.chance(homes.leftBehindChild)) tags.push("left-behind-child");
  if (random.chance(0.03)) tags.push("veteran");
  return tags;
}

/** Grows or shrinks households one resident at a time until a building has so many; empty homes stay. */
export function settleResidents(households: readonly Household[], total: number): void {
  let missing = total - households.reduce((sum, household) => sum + household.residents, 0);
  const step = Math.sign(missing);
  for (let round = 0; missing !== 0 && round < 10; round += 1) {
    for (const household of households) {
      const isFixed = household.tags.includes("elderly-alone") || household.residents + step < 1;
      if (missing === 0 || isFixed) continue;
      household.residents += step;
      missing -= step;
    }
  }
}
