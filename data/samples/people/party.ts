import type { Household } from "../../model/bundle.ts";
import type { Random } from "../kit/random.ts";

/**
 * Gives out party members to households, building after building in turn so that each has its share,
 * then makes some of those households centre households, spread over the buildings.
 */
export function giveOutMembers(
  households: readonly Household[],
  members: number,
  centres: number,
  random: Random,
): void {
  const byBuilding = new Map<string, Household[]>();
  for (const household of random.shuffled(households.filter(isSettled))) {
    const others = byBuilding.get(household.buildingId);
    if (others) others.push(household);
    else byBuilding.set(household.buildingId, [household]);
  }
  const queue = inTurn([...byBuilding.values()]);
  const joined: Household[] = [];
  for (let left = members; left > 0;) {
    const household = queue.shift();
    if (!household) throw new Error(`too few households for ${members} party members`);
    household.partyMembers = left > 1 && household.residents > 1 && random.chance(0.15) ? 2 : 1;
    household.partyStanding = "member";
    left -= household.partyMembers;
    joined.push(household);
  }
  if (joined.length < centres) throw new Error(`too few party households for ${centres} centres`);
  for (let i = 0; i < centres; i += 1) {
    joined[Math.floor((i * joined.length) / centres)]!.partyStanding = "centre";
  }
}

const isSettled = (household: Household) => !household.tags.includes("tenant");

/** The first of each list, then the second of each … */
function inTurn<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => (i < list.length ? [list[i]!] : [])),
  ).flat();
}
