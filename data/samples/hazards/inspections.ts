import type { Point } from "geojson";
import type { Place } from "../../model/bundle.ts";
import { hazardIdOf } from "../../model/inspections/answered.ts";
import type { ChecklistLine, LineAnswer, TargetType } from "../../model/inspections/kinds.ts";
import type { Target } from "../../model/inspections/targets.ts";
import { DEFAULT_CHECKLISTS } from "../../model/inspections/checklists.ts";
import { daysBefore } from "../kit/days.ts";
import { idOf } from "../kit/identity.ts";
import type { Ground, Spot } from "./ground.ts";
import { History } from "./history.ts";
import { ordinary } from "./lives.ts";
import { momentOf } from "./moments.ts";
import type { SampleRound } from "./rounds.ts";
import type { Agent } from "./staff.ts";
import type { SampleHazard } from "./hazard.ts";

/** One visit; `actorId` is a person's. */
export interface SampleInspection {
  id: string;
  roundId: string | null;
  targetId: string | null;
  type: TargetType;
  placeId: string | null;
  buildingId: string | null;
  dwellingId: string | null;
  location: Point;
  unitId: string | null;
  answers: LineAnswer[];
  isAllWell: boolean;
  doneAt: string;
  actorId: string;
  actorName: string;
}

interface Visit {
  target: Omit<Target, "id" | "name">;
  round: { id: string; targetId: string } | null;
  lines: readonly ChecklistLine[];
  /** ISO date, not after today. */
  day: string;
}

/** All visits of the year, and the hazards that they found, each with its history. */
export function inspectAll(
  ground: Ground,
  rounds: readonly SampleRound[],
): { inspections: SampleInspection[]; found: SampleHazard[] } {
  const made = [...ofPlaces(ground, rounds), ...ofOthers(ground, rounds)].map((visit, index) =>
    inspect(ground, visit, `inspection/${index}`),
  );
  return {
    inspections: made.map(({ inspection }) => inspection),
    found: made.flatMap(({ hazard }) => hazard ?? []),
  };
}

/** A place's newest visit is on the day that its row says, and there is none where that says none. */
function ofPlaces(ground: Ground, rounds: readonly SampleRound[]): Visit[] {
  return ground.bundle.places.flatMap((place) => {
    const { inspectedOn } = place;
    if (inspectedOn === null) return [];
    const inTurn = rounds.flatMap((round) => {
      const target = round.targets.find(({ placeId }) => placeId === place.id);
      return target && round.endsOn < inspectedOn ? [{ round, target }] : [];
    });
    const past = inTurn.map(({ round, target }) => visitOf(round, target, someDay(ground, round)));
    const of = rounds.find(
      ({ startsOn, endsOn, targets }) =>
        startsOn <= inspectedOn &&
        endsOn >= inspectedOn &&
        targets.some(({ placeId }) => placeId === place.id),
    );
    const target = of?.targets.find(({ placeId }) => placeId === place.id);
    return [...past, of && target ? visitOf(of, target, inspectedOn) : alone(ground, place)];
  });
}

function ofOthers(ground: Ground, rounds: readonly SampleRound[]): Visit[] {
  return rounds.flatMap((round) =>
    round.targets
      .filter(({ type }) => type !== "place")
      .filter(() => ground.random.chance(round.doneShare))
      .map((target) => visitOf(round, target, someDay(ground, round))),
  );
}

function visitOf(round: SampleRound, target: Target, day: string): Visit {
  const { id: targetId, ...thing } = target;
  return { target: thing, round: { id: round.id, targetId }, lines: round.checklist, day };
}

/** Outside of all rounds. */
function alone(ground: Ground, place: Place): Visit {
  const unitId = ground.spotAt(place)?.unit.id ?? null;
  const { id: placeId, buildingId, location, inspectedOn } = place;
  const target = {
    type: "place",
    placeId,
    buildingId,
    dwellingId: null,
    location,
    unitId,
  } as const;
  const lines = DEFAULT_CHECKLISTS.find(({ id }) => id === "small-place")!.lines;
  return { target, round: null, lines, day: inspectedOn! };
}

/** While the round ran, and before today. */
function someDay({ random, today }: Ground, { startsOn, endsOn }: SampleRound): string {
  const last = endsOn < today ? endsOn : daysBefore(today, 1);
  const days = (Date.parse(last) - Date.parse(startsOn)) / 86_400_000;
  return daysBefore(last, random.integer(0, Math.max(0, days)));
}

const FAILS = 0.08;

function inspect(ground: Ground, { target, round, lines, day }: Visit, key: string) {
  const { random, slug } = ground;
  const id = idOf(slug, key);
  const spot = spotOf(ground, target);
  const by = (spot && ground.staff.workerOf(spot.unit)) ?? ground.staff.inspector;
  const at = momentOf(day, random.between(8.6, 17.2));
  const failed = spot && random.chance(FAILS) ? random.pick(lines) : undefined;
  const hazard = failed && spot ? hazardOf(ground, { id, line: failed, spot, by, at }) : undefined;
  const inspection: SampleInspection = {
    ...{ id, roundId: round?.id ?? null, targetId: round?.targetId ?? null },
    ...{ type: target.type, placeId: target.placeId, buildingId: target.buildingId },
    ...{ dwellingId: target.dwellingId, location: target.location, unitId: target.unitId },
    answers: lines.map(({ id: lineId, text }) => ({
      ...{ lineId, text, note: "" },
      answer: lineId === failed?.id ? "fail" : "pass",
      hazardId: lineId === failed?.id ? (hazard?.id ?? null) : null,
    })),
    ...{ isAllWell: !failed, doneAt: new Date(at).toISOString() },
    ...{ actorId: by.personId, actorName: by.name },
  };
  return { inspection, hazard };
}

interface Found {
  /** The inspection's. */
  id: string;
  line: ChecklistLine;
  spot: Spot;
  by: Agent;
  at: number;
}

/** A fail opens a hazard with its line as title. */
function hazardOf(ground: Ground, { id, line, spot, by, at }: Found): SampleHazard {
  const hazardId = hazardIdOf(id, line.id);
  const history = new History(ground, {
    ...{ key: `found/${id}`, category: line.category, note: line.text, spot, by, at },
    inspection: { hazardId, inspectionId: id, lineId: line.id },
  });
  ordinary({ ground, history, spot, done: "已按检查要求整改" });
  return history.end();
}

function spotOf({ bundle, units }: Ground, target: Visit["target"]): Spot | undefined {
  const { unitId, buildingId, placeId, location } = target;
  const unit = units.find(({ id }) => id === unitId);
  const building = bundle.buildings.find(({ id }) => id === buildingId);
  return unit && building && { unit, building, location, floor: null, placeId };
}
