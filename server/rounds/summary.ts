import type { RoundDetail, RoundSummary, RoundTarget } from "#data/model/answers/rounds.ts";
import { TARGET_STATES, type TargetState } from "#data/model/inspections/kinds.ts";
import { periodOn, roundState, targetState } from "#data/model/inspections/periods.ts";
import type { Resident } from "../resident/resident.ts";
import { whereaboutsOf } from "../resident/targets.ts";
import { dayIn, daysOf, type RoundRow, type TargetRow } from "./rows.ts";

/** How a target stands today in its round. */
export function stateOf(resident: Resident, round: RoundRow, target: TargetRow): TargetState {
  const { timeZone } = resident.bundle.community.settings;
  const { inspectedAt } = target;
  const visitedOn = inspectedAt && dayIn(timeZone, inspectedAt);
  return targetState(daysOf(round, timeZone), visitedOn, resident.today);
}

/** @param targets those of the round that the reader may see */
export function summaryOf(
  resident: Resident,
  round: RoundRow,
  targets: readonly TargetRow[],
): RoundSummary {
  const days = daysOf(round, resident.bundle.community.settings.timeZone);
  const counts = Object.fromEntries(TARGET_STATES.map((state) => [state, 0])) as Record<
    TargetState,
    number
  >;
  for (const target of targets) counts[stateOf(resident, round, target)] += 1;
  const isAllDone = targets.length > 0 && counts.done === targets.length;
  const { id, name, note, startsOn, endsOn, repeats, createdByName, version } = round;
  return {
    ...{ id, name, note, startsOn, endsOn, repeats, createdByName, counts, version },
    state: roundState(days, resident.today, isAllDone),
    period: periodOn(days, resident.today),
    endedAt: round.endedAt?.toISOString() ?? null,
    createdAt: round.createdAt.toISOString(),
  };
}

export function detailOf(
  resident: Resident,
  round: RoundRow,
  targets: readonly TargetRow[],
): RoundDetail {
  const checklist = round.checklist.map(({ textEn = null, ...line }) => ({ ...line, textEn }));
  return { ...summaryOf(resident, round, targets), checklist };
}

export function targetOf(resident: Resident, round: RoundRow, target: TargetRow): RoundTarget {
  const where = whereaboutsOf(resident, target);
  const { bundle } = resident;
  const storeys = resident.keep(
    "storeys",
    () => new Map(bundle.buildings.map((building) => [building.id, building.storeys])),
  );
  const kinds = resident.keep(
    "place kinds",
    () => new Map(bundle.places.map((place) => [place.id, place.kind])),
  );
  return {
    ...{ id: target.id, roundId: target.roundId, ...where },
    placeKind: kinds.get(target.placeId ?? "") ?? null,
    storeys: storeys.get(target.buildingId ?? "") ?? null,
    state: stateOf(resident, round, target),
    inspectedAt: target.inspectedAt?.toISOString() ?? null,
    isAllWell: target.isAllWell,
  };
}
