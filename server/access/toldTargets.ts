import { unitOfThing, type VisitedThing } from "../resident/targets.ts";
import type { OpenCommunity } from "./openCommunity.ts";

/**
 * Whether the actor may know of something to visit. That a home is among it tells of who lives there:
 * it is for the duties that may see tags at its place, whoever made the round.
 */
export function isTold(
  { resident, sight }: Pick<OpenCommunity, "resident" | "sight">,
  thing: VisitedThing,
): boolean {
  if (thing.type !== "household") return true;
  return sight.seesSensitive(unitOfThing(resident, thing) ?? "");
}
