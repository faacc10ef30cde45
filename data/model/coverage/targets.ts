import { periodOn, targetState } from "../inspections/periods.ts";
import { NO_VISITS, type RoundVisits, type VisitedTarget } from "../inspections/visits.ts";
import type { Finding, Subject } from "./findings.ts";
import { findingOf } from "./finding.ts";
import type { CoverageInput } from "./input.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Targets of running rounds without a visit in this period: to look at while there is time, to act
 * on once it went by. What was taken from the ground since is no target any more.
 */
export function findTargetsNotInspected(
  { bundle, today, visits = NO_VISITS }: CoverageInput,
  ledger: Ledger,
): Finding[] {
  const running = visits.rounds.filter(({ days }) => days.startsOn <= today);
  if (running.length === 0) return [];
  const places = new Map(bundle.places.map(({ id, name }) => [id, name]));
  const subjectOf = (target: VisitedTarget): Subject | undefined => {
    const { type, placeId, buildingId } = target;
    if (type === "point") return { type, id: target.id, name: target.name ?? "" };
    const id = (type === "place" ? placeId : buildingId) ?? "";
    const name = type === "place" ? places.get(id) : ledger.buildings.get(id)?.name;
    return name === undefined ? undefined : { type, id, name };
  };
  return running.flatMap((round) =>
    round.targets.flatMap((target) => {
      const subject = subjectOf(target);
      return subject ? findingsOf(round, target, subject, today) : [];
    }),
  );
}

function findingsOf(
  { id: roundId, name: roundName, days }: RoundVisits,
  { position, visitedOn }: VisitedTarget,
  subject: Subject,
  today: string,
): Finding[] {
  const state = targetState(days, visitedOn, today);
  if (state === "done") return [];
  const { endsOn: periodEndsOn } = periodOn(days, today);
  const details = { roundId, roundName, state, periodEndsOn, inspectedOn: visitedOn };
  const severity = { severity: state === "due" ? ("look" as const) : ("act" as const) };
  const all = { ...details, ...severity };
  return [findingOf("target-not-inspected", subject, position, all, roundId)];
}
