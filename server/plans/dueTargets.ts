import type { HandOver } from "#data/model/answers/handOvers.ts";
import { periodOn, targetState } from "#data/model/inspections/periods.ts";
import type { RoundVisits, Visits } from "#data/model/inspections/visits.ts";
import type { PlanningUnit } from "#data/model/planning/ground.ts";
import { nameOfThing } from "../resident/targets.ts";
import type { Resident } from "../resident/resident.ts";
import { thingsAt } from "./unitThings.ts";

type DueTarget = HandOver["transfers"][number]["dueTargets"][number];

/**
 * What rounds that run on a day still want to have visited at a unit, as it stands now: what is not
 * visited until then. Without homes, of which only their own grid's duties hear.
 */
export function dueTargetsAt(
  resident: Resident,
  { rounds }: Visits,
  day: string,
): (unit: PlanningUnit) => DueTarget[] {
  const running = rounds.filter(({ days }) => days.startsOn <= day);
  const at = thingsAt(
    resident,
    running.flatMap((round) => dueIn(resident, round, day)),
  );
  return (unit) => at(unit).map(({ target }) => target);
}

function dueIn(
  resident: Resident,
  { id: roundId, name: roundName, days, targets }: RoundVisits,
  day: string,
) {
  const { endsOn } = periodOn(days, day);
  return targets.flatMap((visited) => {
    const { id, type, buildingId, position } = visited;
    const state = targetState(days, visited.visitedOn, day);
    if (state === "done") return [];
    const [longitude, latitude] = position;
    const name = nameOfThing(resident, {
      ...visited,
      dwellingId: null,
      unitId: null,
      longitude,
      latitude,
    });
    const target = { id, roundId, roundName, type, buildingId, name, state, endsOn };
    return [{ target, position, unitId: type === "building" ? buildingId : null }];
  });
}
