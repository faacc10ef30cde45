import { HAZARD_CATEGORIES, type HazardCategory } from "../../model/hazards/kinds.ts";
import type { Ground, Spot } from "./ground.ts";
import { History, type Report } from "./history.ts";
import { escalated, onTheSpot, ordinary, stubborn, type Telling, unfounded } from "./lives.ts";
import { DAY, HOUR, isWeekend, momentOf, dayOf } from "./moments.ts";
import { PHRASES } from "./phrases.ts";
import type { Agent } from "./staff.ts";
import type { SampleHazard } from "./hazard.ts";

/** So many in a year, by how many live there. */
function wanted({ bundle }: Ground): number {
  return Math.round(Math.min(380, Math.max(240, 160 + bundle.households.length / 8)));
}

/** The hazards of a year that nothing special is told of; what began of late is still on its way. */
export function manyHazards(ground: Ground, already: number): SampleHazard[] {
  const hazards: SampleHazard[] = [];
  for (let index = 0; index < wanted(ground) - already; index++) {
    const at = someMoment(ground);
    const { report, done } = someReport(ground, `many/${index}`, at);
    const history = new History(ground, report);
    live({ ground, history, spot: report.spot, done });
    const hazard = history.end();
    hazards.push(hazard);
    if (ground.random.chance(0.04)) hazards.push(...sameAgain(ground, hazard, report));
  }
  return hazards;
}

function live(telling: Telling): void {
  const { ground, history, spot } = telling;
  const roll = ground.random.next();
  if (history.status === "reported" && roll < 0.12) return unfounded(telling);
  if (roll < 0.3) return onTheSpot(telling);
  if (roll < 0.37) return stubborn(telling);
  if (roll < 0.44 && spot.floor === null) return escalated(telling);
  return ordinary(telling);
}

/** In the last year up to a few hours ago, mostly on working days. */
function someMoment({ random, now }: Ground): number {
  for (;;) {
    const near = now - random.between(0.1, 364) * DAY;
    if (isWeekend(near) && random.chance(0.6)) continue;
    const at = momentOf(dayOf(near), random.between(7.8, 19.5));
    if (at < now - HOUR / 2) return at;
  }
}

/** Something that somebody reports there and then. */
export function someReport(
  ground: Ground,
  key: string,
  at: number,
  category = someCategory(ground, at),
): { report: Report; done: string } {
  const { random } = ground;
  const { isOutdoors, said } = PHRASES[category];
  const spot = ground.spotIn(ground.anyBuilding(), isOutdoors);
  const [note, done] = random.pick(said);
  const level = random.chance(0.09) ? "serious" : "general";
  return { report: { key, category, level, note, spot, by: someReporter(ground, spot), at }, done };
}

function someCategory({ random }: Ground, at: number): HazardCategory {
  const month = new Date(at).getUTCMonth() + 1;
  const weights = HAZARD_CATEGORIES.map((category) => {
    const { weight, season } = PHRASES[category];
    return season?.months.includes(month) ? season.weight : weight;
  });
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = HAZARD_CATEGORIES.find((_, index) => (left -= weights[index]!) < 0);
  return found ?? "other";
}

function someReporter(ground: Ground, { unit, building }: Spot): Agent {
  const { random, staff } = ground;
  const neighbours = staff.neighboursOf(unit, building);
  const roll = random.next();
  if (roll < 0.4 && neighbours.length > 0) return random.pick(neighbours);
  return (roll < 0.85 ? staff.workerOf(unit) : undefined) ?? staff.inspector;
}

/** Somebody else reports what is known already: it is merged while the first is open. */
function sameAgain(ground: Ground, first: SampleHazard, report: Report): SampleHazard[] {
  const { spot, key, at } = report;
  const others = ground.staff.neighboursOf(spot.unit, spot.building);
  const other = others.find(({ personId }) => personId !== report.by.personId);
  const next = first.steps[1];
  const ends = next ? Date.parse(next.at) : ground.now;
  if (!other || first.state.status === "rejected" || ends - at < HOUR / 4) return [];
  const again = { ...report, key: `${key}/again`, by: other, at: at + (ends - at) * 0.3 };
  const history = new History(ground, again);
  const when = at + (ends - at) * 0.8;
  history.take("merge", ground.staff.inspector, when, { otherHazardId: first.id });
  return [history.end()];
}
