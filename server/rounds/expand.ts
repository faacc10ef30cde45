import type { TargetChoice } from "#data/model/answers/rounds.ts";
import { type Target, targetsOf } from "#data/model/inspections/targets.ts";
import type { OpenCommunity } from "../access/openCommunity.ts";
import { roundTargets } from "#data/schema/index.ts";
import type { Tx } from "../context.ts";
import { problems } from "../problem.ts";
import type { Resident } from "../resident/resident.ts";
import { targetGroundOf } from "../resident/targetGround.ts";

/** A geometry is a parameter of its own, and PostgreSQL takes 65,535 of them. */
const ROWS_AT_ONCE = 500;
const MOST_TARGETS = 20_000;

/**
 * What a choice means on the ground of today.
 * @throws Problem not-your-duty, no-such-thing, too-many-targets
 */
export function expand(
  open: OpenCommunity,
  roundId: string,
  choices: readonly TargetChoice[],
): Target[] {
  const { resident } = open;
  for (const choice of choices) requireKnown(resident, choice);
  if (choices.some(({ type }) => type === "households")) requireSensitive(open);
  const targets = targetsOf(roundId, choices, targetGroundOf(resident));
  if (targets.length > MOST_TARGETS) throw problems.tooManyTargets(MOST_TARGETS);
  return targets;
}

/** Homes by what is known of who lives there: for those who may know it all over the community. */
function requireSensitive({ resident, sight }: OpenCommunity): void {
  const isSeen = resident.units.every(({ id }) => sight.seesSensitive(id));
  if (!isSeen) throw problems.notYourDuty("see-sensitive");
}

function requireKnown({ bundle, grids }: Resident, choice: TargetChoice): void {
  const require = (type: string, ids: readonly string[], things: readonly { id: string }[]) => {
    const known = new Set(things.map(({ id }) => id));
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw problems.noSuchThing(type, unknown);
  };
  if ("gridIds" in choice) require("grid", choice.gridIds ?? [], grids);
  if (choice.type === "places") require("place", choice.placeIds ?? [], bundle.places);
  if (choice.type !== "buildings") return;
  require("compound", choice.compoundIds ?? [], bundle.compounds);
  require("building", choice.buildingIds ?? [], bundle.buildings);
}

/** Those that are in the round already stay as they are. @returns the ids of the others */
export async function storeTargets(
  { db }: Tx,
  { communityId, roundId }: { communityId: string; roundId: string },
  targets: readonly Target[],
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let start = 0; start < targets.length; start += ROWS_AT_ONCE) {
    const rows = targets
      .slice(start, start + ROWS_AT_ONCE)
      .map((target) => ({ ...target, communityId, roundId }));
    const made = await db
      .insert(roundTargets)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: roundTargets.id });
    for (const { id } of made) added.add(id);
  }
  return added;
}
